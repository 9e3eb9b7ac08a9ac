package dev.stoa.matchmaking.records.webhook;

import dev.stoa.matchmaking.api.page.Cursor;
import dev.stoa.matchmaking.queue.Ids;
import dev.stoa.matchmaking.records.history.Database;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** What was sent to a webhook, and what is to be. Whoever asks has to have the webhook. */
@ApplicationScoped
class Deliveries {

    /** The states of deliveries. */
    static final Set<String> STATES = Set.of("waiting", "delivered", "failed", "skipped");

    /** What makes it due again, from the first attempt on; what is just being attempted is left alone. */
    private static final String AGAIN = """
            update webhook_delivery set state = 'waiting', round = 0, next_at = now()
            where webhook = $1 and (leased_until is null or leased_until <= now()) and\s""";

    private static final Instant LATEST = Instant.ofEpochMilli(Cursor.START.ms());

    private final Database database;
    private final Webhooks webhooks;

    Deliveries(Database database, Webhooks webhooks) {
        this.database = database;
        this.webhooks = webhooks;
    }

    /** Those of a webhook, newest event first; with a state, only those in it. */
    Uni<DeliveryPage> list(String id, String integrator, @Nullable String state, Cursor behind, int most) {
        return webhooks.row(id, integrator)
                .chain(() -> database.ask(pool ->
                        pool.preparedQuery("""
                        select * from webhook_delivery
                        where webhook = $1 and (ms, event) < ($2, $3) and ($4::text is null or state = $4)
                        order by ms desc, event desc limit $5""").execute(Tuple.of(id, behind.ms(), behind.id(), state, most + 1))))
                .map(rows -> page(stream(rows).toList(), most));
    }

    private static DeliveryPage page(List<Row> rows, int most) {
        Row last = rows.size() > most ? rows.get(most - 1) : null;
        return new DeliveryPage(
                rows.stream().limit(most).map(Deliveries::read).toList(),
                last == null ? null : new Cursor(last.getLong("ms"), last.getString("event")).write());
    }

    /** One of them; 404 when there is none. */
    Uni<Delivery> get(String id, String event, String integrator) {
        return webhooks.row(id, integrator)
                .invoke(() -> require(event))
                .chain(() -> database.ask(
                        pool -> pool.preparedQuery("select * from webhook_delivery where webhook = $1 and event = $2")
                                .execute(Tuple.of(id, event))))
                .map(rows -> stream(rows).findFirst().map(Deliveries::read).orElseThrow(WebhookProblems::noDelivery));
    }

    /** Makes one due, whatever its state. */
    Uni<Delivery> replay(String id, String event, String integrator) {
        return enabled(id, integrator)
                .invoke(() -> require(event))
                .chain(() -> database.ask(
                        pool -> pool.preparedQuery(AGAIN + "event = $2").execute(Tuple.of(id, event))))
                .chain(() -> get(id, event, integrator));
    }

    /** Makes all due that has failed or was skipped since a time. */
    Uni<Replayed> replay(String id, Instant since, String integrator) {
        return enabled(id, integrator)
                .chain(() ->
                        database.ask(pool -> pool.preparedQuery(AGAIN + "state in ('failed', 'skipped') and ms >= $2")
                                .execute(Tuple.of(id, ms(since)))))
                .map(rows -> new Replayed(rows.rowCount()));
    }

    /** PostgreSQL takes no text with a NUL, not even to look for it. */
    private static void require(String event) {
        if (!Ids.fits(Event.PREFIX, event)) {
            throw WebhookProblems.noDelivery();
        }
    }

    /** Any time that can be written, even one that no number of ms says. */
    private static long ms(Instant time) {
        return time.isAfter(LATEST) ? Long.MAX_VALUE : time.isBefore(Instant.EPOCH) ? 0 : time.toEpochMilli();
    }

    private Uni<Row> enabled(String id, String integrator) {
        return webhooks.row(id, integrator).invoke(row -> {
            if (!row.getBoolean("enabled")) {
                throw WebhookProblems.disabled();
            }
        });
    }

    private static Stream<Row> stream(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false);
    }

    private static Delivery read(Row row) {
        String state = row.getString("state");
        Instant last = WebhookRow.time(row, "last_at");
        return new Delivery(
                row.getString("event"),
                row.getString("type"),
                Instant.ofEpochMilli(row.getLong("ms")),
                state,
                row.getInteger("attempts"),
                state.equals("waiting") ? WebhookRow.time(row, "next_at") : null,
                last == null
                        ? null
                        : new Delivery.LastAttempt(
                                last,
                                row.getInteger("last_status"),
                                row.getString("last_error"),
                                row.getInteger("last_ms")));
    }
}
