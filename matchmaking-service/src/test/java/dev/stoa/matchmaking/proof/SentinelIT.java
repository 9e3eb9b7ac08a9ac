package dev.stoa.matchmaking.proof;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stoa.matchmaking.rig.Instance;
import dev.stoa.matchmaking.rig.RedisProcess;
import dev.stoa.matchmaking.rig.SentinelSet;
import dev.stoa.matchmaking.support.TestWorld;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The queue's master dies, or is cut off and comes back: the next one has all that was acknowledged, within seconds. */
class SentinelIT {

    /** On a machine that does nothing else; in a build that shares it, six times as long: an election may fail there once or twice. */
    private static final Duration LONGEST_GAP = Duration.ofSeconds(5);

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Test
    void nothingAcknowledgedIsLostWhenTheMasterDiesOrStandsStill() {
        play(1, LONGEST_GAP.multipliedBy(6));
    }

    @Test
    @Tag("long")
    void nothingAcknowledgedIsLostOverManyFailovers() {
        play(20, LONGEST_GAP);
    }

    private static void play(int rounds, Duration longestGap) {
        TestWorld world = new TestWorld();
        Map<String, String> settings = new HashMap<>(world.start());
        Vertx vertx = Vertx.vertx();
        try (SentinelSet sentinels = new SentinelSet()) {
            settings.put("stoa.queue.redis-url", SentinelSet.nowhere());
            settings.put("stoa.queue.redis-sentinels", sentinels.urls());
            settings.put("stoa.queue.redis-master", SentinelSet.NAME);
            settings.put("stoa.limit.account-requests", "0");
            Map<String, String> own = new HashMap<>(settings);
            own.keySet().removeIf(key -> key.startsWith("test."));
            try (Instance instance = new Instance("sentinel", own).awaitReady();
                    Service service = new Service(vertx, List.of(instance));
                    Askers askers =
                            new Askers(service, settings.get("stoa.oidc.issuer"), settings.get("test.provider-key"))) {
                awaitProgress(askers);
                for (int round = 0; round < rounds; round++) {
                    killMaster(sentinels, askers);
                    suspendMaster(sentinels, askers);
                }
                askers.rest();
                report(sentinels, askers, rounds, longestGap);
            }
        } finally {
            world.stop();
            vertx.close();
        }
    }

    private static void killMaster(SentinelSet sentinels, Askers askers) {
        sentinels.awaitComplete();
        RedisProcess master = sentinels.master();
        master.kill();
        sentinels.awaitOtherThan(master);
        awaitProgress(askers);
        master.start();
    }

    private static void suspendMaster(SentinelSet sentinels, Askers askers) {
        sentinels.awaitComplete();
        RedisProcess master = sentinels.master();
        master.suspend();
        try {
            sentinels.awaitOtherThan(master);
        } finally {
            master.resume();
        }
        awaitProgress(askers);
    }

    /** Waits until things are acknowledged again. */
    private static void awaitProgress(Askers askers) {
        int before = askers.acknowledged();
        await().atMost(PATIENCE).until(() -> askers.acknowledged() > before + 50);
    }

    private static void report(SentinelSet sentinels, Askers askers, int rounds, Duration longestGap) {
        List<String> lost = askers.lost(sentinels);
        Figures.of("SentinelIT", new Seed(0))
                .with("failovers", rounds * 2)
                .with("acknowledged", askers.acknowledged())
                .with("unknown", askers.unknown())
                .with("acknowledged and lost", lost.size())
                .with("longest gap, ms", askers.longestGap().toMillis())
                .publish();
        assertEquals(List.of(), lost);
        assertTrue(askers.longestGap().compareTo(longestGap) <= 0, "unavailable for " + askers.longestGap());
    }
}
