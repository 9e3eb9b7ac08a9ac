package dev.stoa.matchmaking.records.webhook;

import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads rows of the table of webhooks. */
final class WebhookRow {

    private WebhookRow() {}

    /** As integrators see it. */
    static Webhook read(Row row) {
        Instant before = time(row, "before_until");
        return new Webhook(
                row.getString("id"),
                row.getString("url"),
                List.of(row.getArrayOfStrings("types")),
                row.getString("description"),
                row.getBoolean("enabled"),
                row.getString("disabled_reason"),
                time(row, "disabled_at"),
                time(row, "failing_since"),
                row.getOffsetDateTime("created_at").toInstant(),
                row.getLong("revision"),
                null,
                before != null && before.isAfter(Instant.now()) ? before : null);
    }

    static @Nullable Instant time(Row row, String column) {
        OffsetDateTime time = row.getOffsetDateTime(column);
        return time == null ? null : time.toInstant();
    }
}
