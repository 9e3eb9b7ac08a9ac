package dev.stoa.matchmaking.records.history;

import dev.stoa.matchmaking.problem.Problems;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.function.Function;
import org.flywaydb.core.Flyway;
import org.jboss.logging.Logger;

/**
 * PostgreSQL, which may be away: nothing but what outlives a match needs it. Its schema is brought up to date when it is
 * first reached.
 */
@ApplicationScoped
public class Database {

    private static final Logger LOG = Logger.getLogger(Database.class);
    private static final Duration PATIENCE = Duration.ofSeconds(4);
    private static final Duration WRITING_PATIENCE = Duration.ofSeconds(20);
    private static final long RETRY_MS = 1_000;

    /**
     * Asked for before rows are written that name accounts and are not records of the history: none is written while an
     * account is being forgotten, and whoever forgets it sees what is written.
     */
    public static final String BEFORE_NAMING = "select pg_advisory_xact_lock_shared(hashtext('forgotten_account'))";

    /** Asked for before an account is forgotten. */
    static final String BEFORE_FORGETTING = "select pg_advisory_xact_lock(hashtext('forgotten_account'))";

    private final Vertx vertx;
    private final Pool pool;
    private final Flyway flyway;
    private volatile boolean migrated;
    private volatile boolean stopped;
    private boolean told;

    Database(Vertx vertx, Pool pool, Flyway flyway) {
        this.vertx = vertx;
        this.pool = pool;
        this.flyway = flyway;
    }

    /** Asks something; a PostgreSQL that is away, or does not answer in time, is answered with a 503 problem. */
    public <T> Uni<T> ask(Function<Pool, Uni<T>> question) {
        return Uni.createFrom()
                .deferred(
                        () -> migrated ? question.apply(pool) : Uni.createFrom().failure(unreachable()))
                .ifNoItem()
                .after(PATIENCE)
                .fail()
                .onFailure(Absence::isBehind)
                .transform(failure -> unreachable());
    }

    /** Does something in one transaction; fails as long as the schema is not there. */
    public <T> Uni<T> inTransaction(Function<SqlConnection, Uni<T>> work) {
        return Uni.createFrom()
                .deferred(() ->
                        migrated ? pool.withTransaction(work) : Uni.createFrom().failure(unreachable()))
                .ifNoItem()
                .after(WRITING_PATIENCE)
                .fail();
    }

    private static RuntimeException unreachable() {
        return Problems.unavailable("The database can't be reached; try again in a second.");
    }

    /** Brings the schema up to date, as soon as PostgreSQL can be reached; returns at once. */
    void migrate() {
        vertx.executeBlocking(flyway::migrate, false).onComplete(result -> {
            if (result.succeeded()) {
                migrated = true;
                LOG.infof("The history is ready (%d migrations now)", result.result().migrationsExecuted);
            } else if (!stopped) {
                if (!told) {
                    told = true;
                    LOG.warnf("The database can't be reached yet: %s", firstLine(result.cause()));
                }
                vertx.setTimer(RETRY_MS, ignored -> migrate());
            }
        });
    }

    void stop() {
        stopped = true;
    }

    private static String firstLine(Throwable failure) {
        return String.valueOf(failure.getMessage()).strip().lines().findFirst().orElse("no reason given");
    }
}
