package dev.stoa.localstack.bench.signaling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stoa.localstack.process.Child;
import dev.stoa.localstack.process.PidFile;
import dev.stoa.localstack.process.Ports;
import dev.stoa.localstack.process.Supervisor;
import dev.stoa.localstack.store.Redis;
import io.vertx.core.Vertx;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.LongToIntFunction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The generator against two bare relays on a real Redis. */
class GeneratorTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final LongToIntFunction FAITHFUL = message -> 1;
    private static final int PAIRS = 20;

    @TempDir
    private static Path folder;

    private static Supervisor supervisor;
    private static Redis redis;

    private Vertx vertx;

    @BeforeAll
    static void startRedis() throws Exception {
        supervisor = new Supervisor(folder, new PidFile(folder.resolve("pids")));
        redis = new Redis("redis", Files.createDirectories(folder.resolve("redis")), Redis.Durability.EVERY_SECOND);
        supervisor.start(redis.spec(folder.resolve("programs"))).awaitReady(PATIENCE);
    }

    @AfterAll
    static void stopRedis() {
        supervisor.children().forEach(Child::kill);
    }

    @BeforeEach
    void open() {
        vertx = Vertx.vertx();
    }

    @AfterEach
    void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void everyMessageOfAFaithfulRelayArrivesOnceAndInOrder() {
        var outcome = load(FAITHFUL);

        assertThat(outcome.counts().sent()).isBetween(990L, 1_010L);
        assertThat(outcome.counts().clean()).as(outcome.counts().toString()).isTrue();
        assertThat(outcome.broken()).isEmpty();
        assertThat(outcome.latency().getTotalCount())
                .as("those that were due after the warm-up")
                .isBetween(740L, 760L);
    }

    @Test
    void whatARelayDropsAndDoublesIsCounted() {
        var outcome = load(message -> message % 100 == 0 ? 0 : message % 100 == 50 ? 2 : 1);

        // Each relay gets about half of the 1,000 messages.
        assertThat(outcome.counts().lost()).isBetween(8L, 10L);
        assertThat(outcome.counts().doubled()).isBetween(8L, 10L);
        assertThat(outcome.counts().disordered()).isZero();
        assertThat(outcome.keptUp(Double.POSITIVE_INFINITY)).isFalse();
    }

    private Outcome load(LongToIntFunction copies) {
        var ports = new Trial.Ports(relay(copies), relay(copies));
        var trial = new Trial(new FloorContender.Bare(), ports, () -> new Cpu(Duration.ZERO, Duration.ZERO), PAIRS);
        return trial.run(new Load.Plan(500, Duration.ofMillis(500), Duration.ofMillis(1_500)));
    }

    private int relay(LongToIntFunction copies) {
        int port = Ports.free();
        FloorRelay.start(vertx, port, redis.url(), copies)
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        return port;
    }
}
