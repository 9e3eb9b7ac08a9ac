package dev.stoa.matchmaking.proof;

import static org.awaitility.Awaitility.await;

import dev.stoa.matchmaking.rig.Instance;
import io.vertx.redis.client.Command;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/** One run: a crowd lives on a stage in trouble until it is enough; then everything comes to rest and is checked. */
final class Play {

    /** Longer than leases, offers, no-shows and the time for which deadlines stand still. */
    private static final Duration TO_REST = Duration.ofSeconds(120);

    /**
     * How it went.
     *
     * @param restarts when Redis was away, being started again
     * @param unknown operations of which nobody knows whether they were done
     * @param resets how often a stream was told that events are gone
     */
    record Outcome(Verdict verdict, int kills, int suspensions, List<Outage> restarts, long unknown, int resets) {}

    private final Stage stage;
    private final Seed seed;

    Play(Stage stage, Seed seed) {
        this.stage = stage;
        this.seed = seed;
    }

    /** Runs until so many operations have been done and so many things have gone wrong, or the time is over. */
    Outcome run(int clients, int pauseMs, int operations, int troubles, Duration atMost) {
        long end = System.nanoTime() + atMost.toNanos();
        History history = new History();
        try (LogTap tap = new LogTap(stage.vertx, stage.redis.url(), history);
                Crowd crowd = new Crowd(stage, clients, pauseMs, seed.value())) {
            Trouble trouble = new Trouble(stage, seed.random());
            try (trouble) {
                awaitSlowly(
                        () -> crowd.done() >= operations && trouble.count() >= troubles || System.nanoTime() > end,
                        atMost.multipliedBy(2));
            }
            crowd.rest();
            stage.instances.forEach(Instance::awaitReady);
            awaitSlowly(history::isQuiet, TO_REST);
            await().atMost(TO_REST).untilAsserted(() -> allHeard(history, crowd.streams()));
            compare(history, tap);
            Verdict verdict = history.finish(List.copyOf(crowd.diary()), crowd.streams(), trouble.outages());
            return new Outcome(
                    verdict,
                    trouble.kills(),
                    trouble.suspensions(),
                    trouble.outages(),
                    crowd.diary().stream().filter(Operation::isUnknown).count(),
                    crowd.streams().stream().mapToInt(Stream::resets).sum());
        }
    }

    /** Runs without trouble until something is wrong, or for so long; gives what is wrong first. */
    List<String> findWrong(int clients, int pauseMs, Duration atMost) {
        History history = new History();
        long end = System.nanoTime() + atMost.toNanos();
        try (LogTap tap = new LogTap(stage.vertx, stage.redis.url(), history);
                Crowd crowd = new Crowd(stage, clients, pauseMs, seed.value())) {
            awaitSlowly(() -> System.nanoTime() > end || !history.wrongs().isEmpty(), atMost.multipliedBy(2));
            crowd.rest();
            return history.wrongs();
        }
    }

    private static void awaitSlowly(BooleanSupplier condition, Duration atMost) {
        await().atMost(atMost).pollInterval(Duration.ofMillis(200)).until(condition::getAsBoolean);
    }

    private static void allHeard(History history, List<Stream> streams) {
        for (Stream stream : streams) {
            if (!stream.hasHeard(history.lastOf(stream.account()))) {
                throw new AssertionError(stream.account() + " has not heard the newest");
            }
        }
    }

    /** Nothing has vanished: Redis still knows each ticket, in the state of which the log told last. */
    private static void compare(History history, LogTap tap) {
        for (Tickets.Known ticket : history.tickets().all()) {
            try {
                String state = String.valueOf(tap.run(Command.HGET, "{mm}:ticket:" + ticket.id, "state"));
                if (!state.equals(ticket.state)) {
                    history.wrong(ticket.id + " is " + state + ", not " + ticket.state);
                }
            } catch (ExecutionException | TimeoutException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
