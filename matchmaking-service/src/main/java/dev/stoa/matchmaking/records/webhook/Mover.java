package dev.stoa.matchmaking.records.webhook;

import dev.stoa.matchmaking.records.history.Database;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.jboss.logging.Logger;

/**
 * Writes events down for the webhooks that want them, each once.
 *
 * <p>An event is forgotten in Redis only when it is committed, and its name follows from what it says: an instance that dies
 * in between, or another one that writes at the same time, finds it there.
 */
final class Mover {

    private static final Logger LOG = Logger.getLogger(Mover.class);
    private static final int BATCH = 200;
    private static final Duration SAY_AGAIN_AFTER = Duration.ofSeconds(10);

    /**
     * All of a batch become due at the same time, which is later than that of the batch before. What names an account that
     * was deleted since is left out.
     */
    private static final String WRITE = """
            insert into webhook_delivery (webhook, event, type, payload, ms, number, accounts, state, next_at)
            select w.id, e.event, e.type, e.payload, e.ms, e.number, e.accounts,
                case when w.enabled then 'waiting' else 'skipped' end, (select clock_timestamp())
            from json_to_recordset($1::text::json)
                as e (event text, integrator text, type text, payload text, ms bigint, number bigint, accounts text[])
            join webhook w on w.integrator = e.integrator and (cardinality(w.types) = 0 or e.type = any (w.types))
            where not exists (select from forgotten_account f where f.account = any (e.accounts) and f.ms >= e.ms)
            on conflict do nothing""";

    private final Vertx vertx;
    private final Database database;
    private final Outbox outbox;
    private final Duration every;
    private final Watch watch;
    private volatile boolean stopped;
    private boolean away;
    private long saidAt = System.nanoTime() - SAY_AGAIN_AFTER.toNanos();

    /** Whom it tells what it has done. */
    interface Watch {

        /** So many events wait in Redis, and so many were dropped. */
        void waiting(long events, long dropped);

        /** Something has become due. */
        void written();
    }

    Mover(Vertx vertx, Database database, Outbox outbox, Duration every, Watch watch) {
        this.vertx = vertx;
        this.database = database;
        this.outbox = outbox;
        this.every = every;
        this.watch = watch;
    }

    /** Jittered, so that the instances don't come in step. */
    void start() {
        long ms = Math.max(2, every.toMillis());
        if (!stopped) {
            vertx.setTimer(ms / 2 + ThreadLocalRandom.current().nextLong(ms), ignored -> turn());
        }
    }

    void stop() {
        stopped = true;
    }

    private void turn() {
        sayWho().chain(this::once)
                .subscribe()
                .with(
                        ignored -> {
                            away = false;
                            start();
                        },
                        failure -> {
                            if (!away) {
                                away = true;
                                LOG.warnf("Events for webhooks wait in Redis: %s", failure.getMessage());
                            }
                            start();
                        });
    }

    /** Redis may have lost it. */
    private Uni<Void> sayWho() {
        if (System.nanoTime() - saidAt < SAY_AGAIN_AFTER.toNanos()) {
            return Uni.createFrom().voidItem();
        }
        return database.ask(pool ->
                        pool.query("select distinct integrator from webhook").execute())
                .map(rows -> {
                    List<String> integrators = new ArrayList<>();
                    rows.forEach(row -> integrators.add(row.getString(0)));
                    return integrators;
                })
                .flatMap(outbox::keepFor)
                .invoke(() -> saidAt = System.nanoTime())
                // Without PostgreSQL what waits is still to be counted, and kept within its bounds.
                .onFailure()
                .recoverWithNull();
    }

    /** Writes down all that waits. */
    Uni<Void> once() {
        return read(List.of()).flatMap(this::write);
    }

    private Uni<Void> write(List<Event> events) {
        if (events.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return database.inTransaction(connection -> insert(connection, events))
                .onFailure(Mover::isRefusal)
                .recoverWithUni(() -> oneByOne(events))
                .invoke(watch::written)
                .chain(() -> read(events))
                .flatMap(this::write);
    }

    /** One bad event must not hold up all others. */
    private Uni<Void> oneByOne(List<Event> events) {
        return Multi.createFrom()
                .iterable(events)
                .onItem()
                .transformToUniAndConcatenate(event -> database.inTransaction(
                                connection -> insert(connection, List.of(event)))
                        .onFailure(Mover::isRefusal)
                        .invoke(why -> LOG.errorf("Gave up event %s for webhooks: %s", event.at(), why.getMessage()))
                        .onFailure(Mover::isRefusal)
                        .recoverWithNull())
                .onItem()
                .ignoreAsUni();
    }

    /** Whether it can't be written, now or ever: SQLSTATE class 22 (data). */
    private static boolean isRefusal(Throwable failure) {
        return failure instanceof PgException error
                && error.getSqlState() != null
                && error.getSqlState().startsWith("22");
    }

    private Uni<List<Event>> read(List<Event> written) {
        return outbox.next(written, BATCH)
                .invoke(read -> {
                    watch.waiting(read.waiting(), read.dropped());
                    if (read.dropped() > 0) {
                        LOG.errorf("Dropped %d events for webhooks: too many were waiting", read.dropped());
                    }
                })
                .map(Outbox.Read::events);
    }

    private static Uni<Void> insert(SqlConnection connection, List<Event> events) {
        JsonArray rows = new JsonArray();
        events.forEach(event -> rows.add(new JsonObject()
                .put("event", event.id())
                .put("integrator", event.integrator())
                .put("type", event.type())
                .put("payload", event.payload())
                .put("ms", event.at().ms())
                .put("number", event.at().number())
                .put("accounts", event.accounts().isEmpty() ? null : new JsonArray(event.accounts()))));
        return connection
                .query(Database.BEFORE_NAMING)
                .execute()
                .chain(() -> connection.preparedQuery(WRITE).execute(Tuple.of(rows.encode())))
                .replaceWithVoid();
    }
}
