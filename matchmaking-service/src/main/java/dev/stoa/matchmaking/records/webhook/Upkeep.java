package dev.stoa.matchmaking.records.webhook;

import dev.stoa.matchmaking.records.history.Database;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.jboss.logging.Logger;

/** Deletes deliveries that were kept long enough, and counts those that wait. */
final class Upkeep {

    private static final Logger LOG = Logger.getLogger(Upkeep.class);
    private static final int AT_ONCE = 1_000;
    private static final long EVERY_MS = 10_000;

    private final Vertx vertx;
    private final Database database;
    private final Duration keep;
    private final WebhookMetrics metrics;
    private volatile boolean stopped;

    Upkeep(Vertx vertx, Database database, Duration keep, WebhookMetrics metrics) {
        this.vertx = vertx;
        this.database = database;
        this.keep = keep;
        this.metrics = metrics;
    }

    /** Jittered, so that the instances don't come in step. */
    void start() {
        if (!stopped) {
            vertx.setTimer(
                    EVERY_MS / 2 + ThreadLocalRandom.current().nextLong(EVERY_MS),
                    ignored -> count().chain(this::purge)
                            .chain(this::purgeForgotten)
                            .subscribe()
                            .with(done -> start(), failure -> {
                                LOG.debugf("No upkeep: %s", failure.getMessage());
                                start();
                            }));
        }
    }

    void stop() {
        stopped = true;
    }

    private Uni<Void> count() {
        return database.ask(pool -> pool.query("select count(*) from webhook_delivery where state = 'waiting'")
                        .execute())
                .invoke(rows -> metrics.waiting(rows.iterator().next().getLong(0)))
                .replaceWithVoid();
    }

    /** Deletes what is due, a thousand at a time. */
    Uni<Void> purge() {
        return database.ask(pool -> pool.preparedQuery("""
                        delete from webhook_delivery where (webhook, event) in (
                            select webhook, event from webhook_delivery
                            where ms < extract(epoch from now()) * 1000 - $1 order by ms limit $2)""").execute(Tuple.of(keep.toMillis(), AT_ONCE)))
                .flatMap(rows -> rows.rowCount() < AT_ONCE ? Uni.createFrom().voidItem() : purge());
    }

    /** Events don't wait in Redis for so long while accounts are forgotten here. */
    private Uni<Void> purgeForgotten() {
        return database.ask(pool -> pool.query(
                                "delete from forgotten_account where forgotten_at < now() - interval '1 day'")
                        .execute())
                .replaceWithVoid();
    }
}
