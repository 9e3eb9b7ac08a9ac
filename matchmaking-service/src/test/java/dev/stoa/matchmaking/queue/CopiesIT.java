package dev.stoa.matchmaking.queue;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.stoa.matchmaking.rig.RedisProcess;
import dev.stoa.matchmaking.rig.SentinelSet;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What is acknowledged is on every server that is up, so whichever the sentinels promote has it. */
class CopiesIT {

    private static final Duration TIMEOUT = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    /** About two seconds until the sentinels see that a replica is dead; in a build that shares the machine, much longer. */
    private static final Duration SOON = Duration.ofSeconds(20);

    private final AtomicInteger writes = new AtomicInteger();

    @Test
    void aMasterIsNotBelievedWhoseReplicaMayHaveBeenPromoted() {
        Vertx vertx = Vertx.vertx();
        try (SentinelSet servers = new SentinelSet();
                RedisLink link = link(vertx, servers)) {
            await().atMost(PATIENCE).until(() -> acknowledges(link, servers));
            RedisProcess promoted = servers.replicas().getFirst();
            servers.lastSentinel().suspend();
            servers.ask(promoted.port(), Command.REPLICAOF, "NO", "ONE");
            await().during(Duration.ofSeconds(3)).atMost(PATIENCE).until(() -> !acknowledges(link, servers));
        } finally {
            vertx.close();
        }
    }

    @Test
    void aReplicaThatDiesHoldsUpNothingForLong() {
        Vertx vertx = Vertx.vertx();
        try (SentinelSet servers = new SentinelSet();
                RedisLink link = link(vertx, servers)) {
            await().atMost(PATIENCE).until(() -> acknowledges(link, servers));
            RedisProcess dead = servers.replicas().getFirst();
            dead.kill();
            await("writes without the replica").atMost(SOON).until(() -> acknowledges(link, servers));
            dead.start();
            servers.awaitComplete();
            await("writes with all").atMost(PATIENCE).until(() -> acknowledges(link, servers));
        } finally {
            vertx.close();
        }
    }

    private static RedisLink link(Vertx vertx, SentinelSet servers) {
        Sentinels sentinels =
                new Sentinels(vertx, Arrays.asList(servers.urls().split(",")), Optional.empty(), SentinelSet.NAME);
        return RedisLink.toWatched(vertx, "test", sentinels, Duration.ofMillis(500), TIMEOUT);
    }

    /** Writes once; if that is acknowledged, everyone who is up has it. */
    private boolean acknowledges(RedisLink link, SentinelSet servers) {
        String key = "write-" + writes.incrementAndGet();
        try {
            link.sendWrite(Request.cmd(Command.SET).arg(key).arg("1")).await().atMost(TIMEOUT.multipliedBy(2));
        } catch (RedisAway e) {
            return false;
        }
        List<String> found = servers.alive().stream()
                .map(server -> String.valueOf(servers.ask(server.port(), Command.GET, key)))
                .toList();
        assertEquals(found.stream().map(each -> "1").toList(), found, key);
        return true;
    }
}
