package dev.stoa.identity.news;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.StreamSupport;
import org.jboss.logging.Logger;

/**
 * Carries news from the outbox to the stream: a row is deleted only after Redis has it. One instance at a time does so,
 * in the order of the rows; which one, a lock of the database says. While Redis is away the rows wait.
 */
@ApplicationScoped
class Sender {

    private static final Logger LOG = Logger.getLogger(Sender.class);

    /** How often the outbox is looked into for what another instance has left behind. */
    private static final Duration EVERY = Duration.ofSeconds(1);

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int MOST_AT_ONCE = 200;
    private static final String LOCK = "select pg_try_advisory_xact_lock(hashtext('stoa account news')) as mine";
    private static final String READ = """
            select id, (extract(epoch from created_at) * 1000000)::bigint as moment, account, type, data
            from account_news order by id limit $1""";
    private static final String DELETE = "delete from account_news where id = any($1)";

    /** A round runs; a wish that comes meanwhile is one more round after it. */
    private enum State {
        IDLE,
        SENDING,
        SENDING_AND_WISHED_FOR
    }

    private final Vertx vertx;
    private final Pool database;
    private final AccountStream stream;
    private final AtomicReference<State> state = new AtomicReference<>(State.IDLE);
    private volatile boolean failing;
    private long timer;

    Sender(Vertx vertx, Pool database, AccountStream stream) {
        this.vertx = vertx;
        this.database = database;
        this.stream = stream;
    }

    void start(@Observes StartupEvent event) {
        timer = vertx.setPeriodic(EVERY.toMillis(), ignored -> wake());
    }

    void stop(@Observes ShutdownEvent event) {
        vertx.cancelTimer(timer);
    }

    /** Sends what waits, now or right after the round that runs. */
    void wake() {
        var before = state.getAndUpdate(now -> now == State.IDLE ? State.SENDING : State.SENDING_AND_WISHED_FOR);
        if (before == State.IDLE) {
            vertx.runOnContext(ignored -> round());
        }
    }

    private void round() {
        send().ifNoItem().after(PATIENCE).fail().subscribe().with(this::sent, this::failed);
    }

    private void sent(int rows) {
        if (failing) {
            LOG.info("News of accounts is told again");
        }
        failing = false;
        finish(rows == MOST_AT_ONCE);
    }

    private void failed(Throwable failure) {
        if (!failing) {
            LOG.warnf("News of accounts waits: %s", failure);
        }
        failing = true;
        state.set(State.IDLE);
    }

    private void finish(boolean more) {
        if (more || !state.compareAndSet(State.SENDING, State.IDLE)) {
            state.set(State.SENDING);
            vertx.runOnContext(ignored -> round());
        }
    }

    private Uni<Integer> send() {
        return database.withTransaction(connection -> connection
                .query(LOCK)
                .execute()
                .flatMap(answer -> answer.iterator().next().getBoolean("mine")
                        ? sendNext(connection)
                        : Uni.createFrom().item(0)));
    }

    private Uni<Integer> sendNext(SqlConnection connection) {
        return connection
                .preparedQuery(READ)
                .execute(Tuple.of(MOST_AT_ONCE))
                .map(Sender::entries)
                .flatMap(entries -> entries.isEmpty()
                        ? Uni.createFrom().item(0)
                        : stream.append(entries)
                                .chain(() -> connection
                                        .preparedQuery(DELETE)
                                        .execute(Tuple.of(entries.stream()
                                                .map(AccountStream.Entry::number)
                                                .toArray(Long[]::new))))
                                .replaceWith(entries.size()));
    }

    private static List<AccountStream.Entry> entries(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> new AccountStream.Entry(
                        row.getLong("id"),
                        row.getLong("moment"),
                        row.getString("type"),
                        row.getString("account"),
                        row.getString("data")))
                .toList();
    }
}
