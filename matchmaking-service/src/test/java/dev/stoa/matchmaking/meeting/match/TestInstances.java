package dev.stoa.matchmaking.meeting.match;

import dev.stoa.matchmaking.support.TestQueue;
import dev.stoa.matchmaking.support.TestRedis;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Two instances, each with its matcher and its sweep, over one Redis of their own. */
final class TestInstances implements AutoCloseable {

    private record Timing(Duration offerTime, List<Loosening.Step> held) implements MatchConfig {

        @Override
        public Optional<List<Loosening.Step>> steps() {
            return Optional.of(held);
        }

        @Override
        public Duration noShowTime() {
            return Duration.ofHours(1);
        }

        @Override
        public List<Duration> coolDowns() {
            return List.of(Duration.ZERO);
        }

        @Override
        public int freeDeclines() {
            return 1_000;
        }

        @Override
        public Duration sweepEvery() {
            return Duration.ofMillis(50);
        }

        @Override
        public Duration gap() {
            return Duration.ofSeconds(5);
        }

        @Override
        public Duration longestGrace() {
            return Duration.ofSeconds(30);
        }
    }

    private final Vertx vertx = Vertx.vertx();
    private final TestRedis redis = new TestRedis();
    private final List<TestQueue> queues = new ArrayList<>();
    private final List<Sweep> sweeps = new ArrayList<>();

    TestInstances(Duration offerTime, Loosening.Step... held) {
        MatchConfig timing = new Timing(offerTime, List.of(held));
        for (int i = 0; i < 2; i++) {
            TestQueue queue = bystander();
            queues.add(queue);
            Loosening loosening = new Loosening(timing.steps().orElseThrow());
            Matcher matcher = new Matcher(
                    new Candidates(queue.steps(), queue.mapper(), timing.offerTime(), loosening.longest()), loosening);
            queue.steps().onWork(matcher::take);
            Sweep sweep = new Sweep(vertx, queue.steps(), timing);
            sweep.start();
            sweeps.add(sweep);
        }
    }

    /** One of the two, by a number of any size. */
    TestQueue get(int number) {
        return queues.get(number % queues.size());
    }

    /** One of the two. */
    TestQueue any(Random random) {
        return get(random.nextInt(queues.size()));
    }

    /** A connection that takes steps and does none of the work they leave, like an instance that dies. */
    TestQueue bystander() {
        return new TestQueue(vertx, redis.url());
    }

    /** All that accounts were told, oldest first: the fields of each entry of the log. */
    List<List<String>> log() {
        return get(0).redis(Command.XRANGE, "{mm}:log", "-", "+").stream()
                .map(entry -> entry.get(1).stream().map(String::valueOf).toList())
                .filter(fields -> fields.getFirst().equals("account"))
                .toList();
    }

    @Override
    public void close() {
        sweeps.forEach(Sweep::stop);
        queues.forEach(TestQueue::close);
        redis.close();
        vertx.close();
    }
}
