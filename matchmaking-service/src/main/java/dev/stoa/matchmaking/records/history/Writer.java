package dev.stoa.matchmaking.records.history;

import dev.stoa.matchmaking.records.history.Records.Read;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Moves records from Redis to PostgreSQL, each exactly once.
 *
 * <p>Rows and the position up to which they are written change in one transaction, which holds the lock on the position:
 * of all instances one writes, the others skip their turn. Only what is committed is forgotten in Redis. An instance may
 * die at any point: before the commit nothing has happened, after it the next reading starts behind it.
 */
final class Writer {

    private static final Logger LOG = Logger.getLogger(Writer.class);

    private static final Duration QUIET = Duration.ofSeconds(10);

    /** How a turn went: up to where the records are written for certain, and whether there may be more. */
    private record Turn(Optional<Position> written, boolean more) {

        static final Turn SKIPPED = new Turn(Optional.empty(), false);
    }

    private final Vertx vertx;
    private final Database database;
    private final Records records;
    private final HistoryConfig config;
    private final WriterMetrics metrics;

    private volatile boolean stopped;
    private boolean away;
    private int most;
    private @Nullable Entry alone;
    private long unsaid;
    private long quietUntil = System.nanoTime();

    Writer(Vertx vertx, Database database, Records records, HistoryConfig config, WriterMetrics metrics) {
        this.vertx = vertx;
        this.database = database;
        this.records = records;
        this.config = config;
        this.metrics = metrics;
        this.most = config.batch();
    }

    /** Starts to take turns. */
    void start() {
        later();
    }

    void stop() {
        stopped = true;
    }

    /** Jittered, so that the instances don't come in step. */
    private void later() {
        long every = Math.max(2, config.writeEvery().toMillis());
        long pause = every / 2 + ThreadLocalRandom.current().nextLong(every);
        if (!stopped) {
            vertx.setTimer(pause, ignored -> turn());
        }
    }

    private void turn() {
        once().subscribe().with(this::next, failure -> {
            LOG.debugf("Nothing written: %s", failure.getMessage());
            later();
        });
    }

    private void next(boolean more) {
        if (more && !stopped) {
            vertx.runOnContext(ignored -> turn());
        } else {
            later();
        }
    }

    /** Writes the next records, if there are any; says whether there may be more. */
    Uni<Boolean> once() {
        return records.waiting().flatMap(read -> {
            metrics.waiting(read.waiting());
            if (read.waiting() == 0 && !read.unseeded()) {
                return Uni.createFrom().item(false);
            }
            return database.inTransaction(connection -> inTurn(new Ledger(connection)))
                    .flatMap(this::written)
                    .onFailure()
                    .recoverWithUni(this::failed);
        });
    }

    private Uni<Turn> inTurn(Ledger ledger) {
        return ledger.lock().flatMap(position -> {
            if (position.isEmpty()) {
                return Uni.createFrom().item(Turn.SKIPPED);
            }
            return records.after(position.get(), most).flatMap(read -> write(ledger, position.get(), read));
        });
    }

    private Uni<Turn> write(Ledger ledger, Position before, Read read) {
        if (read.unseeded()) {
            return new Seed(records, ledger).run().replaceWith(new Turn(Optional.empty(), true));
        }
        if (read.entries().isEmpty()) {
            return Uni.createFrom().item(new Turn(Optional.of(before), false));
        }
        alone = read.entries().size() == 1 ? read.entries().getFirst() : null;
        return ledger.write(Batch.of(read.entries()))
                .chain(() -> ledger.move(read.end()))
                .invoke(() -> metrics.written(read.entries().size()))
                .replaceWith(new Turn(Optional.of(read.end()), read.entries().size() == most));
    }

    private Uni<Boolean> written(Turn turn) {
        if (away) {
            away = false;
            LOG.info("The history is written again");
        }
        if (turn.written().isEmpty()) {
            return Uni.createFrom().item(turn.more());
        }
        most = Math.min(config.batch(), most * 2);
        return forget(turn.written().get()).replaceWith(turn.more());
    }

    /** One bad record must not hold up all others: what can't be written together is tried alone, and then put aside. */
    private Uni<Boolean> failed(Throwable failure) {
        if (Absence.isRefusal(failure)) {
            Entry suspect = alone;
            most = 1;
            return suspect == null ? Uni.createFrom().item(true) : putAside(suspect, failure);
        }
        if (!away) {
            away = true;
            LOG.warnf("The history can't be written, its records wait in Redis: %s", failure.getMessage());
        }
        return forget(Position.NOWHERE).replaceWith(false);
    }

    private Uni<Boolean> putAside(Entry suspect, Throwable why) {
        return database.inTransaction(connection -> {
                    Ledger ledger = new Ledger(connection);
                    return ledger.lock().flatMap(position -> {
                        if (position.isEmpty()) {
                            return Uni.createFrom().voidItem();
                        }
                        return records.after(position.get(), 1)
                                .flatMap(read -> read.entries().equals(List.of(suspect))
                                        ? ledger.refuse(read.end(), suspect, why)
                                        : Uni.createFrom().voidItem());
                    });
                })
                .invoke(() -> {
                    metrics.refused();
                    LOG.errorf("Put a %s record aside that can't be written: %s", suspect.kind(), why.getMessage());
                })
                .replaceWith(true);
    }

    /** Loud, but not with every turn. */
    private void sayDropped(long dropped) {
        unsaid += dropped;
        long now = System.nanoTime();
        if (now - quietUntil >= 0) {
            LOG.errorf(
                    "Dropped %d records of the history: more than %d were waiting for PostgreSQL",
                    unsaid, config.mostWaiting());
            unsaid = 0;
            quietUntil = now + QUIET.toNanos();
        }
    }

    private Uni<Void> forget(Position upTo) {
        return records.forget(upTo, config.mostWaiting())
                .invoke(dropped -> {
                    if (dropped > 0) {
                        metrics.dropped(dropped);
                        sayDropped(dropped);
                    }
                })
                .replaceWithVoid();
    }
}
