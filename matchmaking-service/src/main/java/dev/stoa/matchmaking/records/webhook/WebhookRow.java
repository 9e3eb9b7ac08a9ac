package dev.stoa.matchmaking.records.webhook;

import dev.stoa.matchmaking.api.seal.Seal;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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

    /** What signs: its secret, and the one before while its time is not up; a 501 problem without the key that has sealed them. */
    static List<Secret> secrets(Row row, Seal seal) {
        String id = row.getString("id");
        Optional<String> now = seal.open(id, row.getString("secret"));
        Optional<String> before = read(row).secretBeforeUntil() == null
                ? Optional.empty()
                : seal.open(id, row.getString("secret_before"));
        return Stream.concat(Stream.of(now.orElseThrow(WebhookProblems::notSetUp)), before.stream())
                .map(Secret::new)
                .toList();
    }

    static @Nullable Instant time(Row row, String column) {
        OffsetDateTime time = row.getOffsetDateTime(column);
        return time == null ? null : time.toInstant();
    }
}
