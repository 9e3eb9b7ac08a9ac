package dev.stoa.matchmaking.records.history;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.jboss.logging.Logger;

/**
 * Deletes what was kept long enough. Of ratings the stars go on counting, but nobody can tell any more who gave them for
 * what. Favourites and blocks stay until their account ends them or is deleted.
 */
final class Purge {

    private static final Logger LOG = Logger.getLogger(Purge.class);
    private static final int AT_ONCE = 1_000;

    /** Each deletes so many rows that are older than a time, and says how many in {@code count}. */
    private static final List<String> STATEMENTS =
            List.of("""
            with gone as (
                delete from rating where (match, role) in
                    (select match, role from rating where rated_at < $1 order by rated_at limit $2)
                returning about, stars, role),
            kept as (
                insert into old_ratings (about, stars, count)
                select about, sum(stars), count(*) from gone where role = 'learner' and about is not null group by about
                on conflict (about) do update set
                    stars = old_ratings.stars + excluded.stars, count = old_ratings.count + excluded.count)
            select count(*) as count from gone""", deleting("match", "started_at"), deleting("ticket", "over_at"), """
            with gone as (delete from refused_record where refused_at < $1 and $2 > 0 returning 1)
            select count(*) as count from gone""");

    private final Vertx vertx;
    private final Database database;
    private final HistoryConfig config;
    private volatile boolean stopped;

    Purge(Vertx vertx, Database database, HistoryConfig config) {
        this.vertx = vertx;
        this.database = database;
        this.config = config;
    }

    private static String deleting(String table, String time) {
        return """
                with gone as (
                    delete from %1$s where id in (select id from %1$s where %2$s < $1 order by %2$s limit $2) returning 1)
                select count(*) as count from gone""".formatted(table, time);
    }

    /** Jittered, so that the instances don't come in step. */
    void start() {
        long every = Math.max(2, config.purgeEvery().toMillis());
        long pause = every / 2 + ThreadLocalRandom.current().nextLong(every);
        if (!stopped) {
            vertx.setTimer(
                    pause,
                    ignored -> once().subscribe().with(done -> start(), failure -> {
                        LOG.debugf("Nothing deleted: %s", failure.getMessage());
                        start();
                    }));
        }
    }

    void stop() {
        stopped = true;
    }

    /** Deletes all that is due. */
    Uni<Void> once() {
        OffsetDateTime before = OffsetDateTime.now(ZoneOffset.UTC).minus(config.keep());
        return Multi.createFrom()
                .iterable(STATEMENTS)
                .onItem()
                .transformToUniAndConcatenate(statement -> all(statement, before))
                .onItem()
                .ignoreAsUni();
    }

    private Uni<Boolean> all(String statement, OffsetDateTime before) {
        return database.ask(pool -> pool.preparedQuery(statement).execute(Tuple.of(before, AT_ONCE)))
                .flatMap(rows -> rows.iterator().next().getLong("count") < AT_ONCE
                        ? Uni.createFrom().item(true)
                        : all(statement, before));
    }
}
