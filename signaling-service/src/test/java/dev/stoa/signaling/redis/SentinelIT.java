package dev.stoa.signaling.redis;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stoa.signaling.rig.Door;
import dev.stoa.signaling.rig.InstanceProcess;
import dev.stoa.signaling.rig.KeyServer;
import dev.stoa.signaling.rig.PassPrinter;
import dev.stoa.signaling.rig.TestPeer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * Two instances follow the primary wherever the sentinels move it, while people talk. In an order, for the sentinels take
 * ten seconds to make a replica of a primary that comes back.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SentinelIT {

    /** From the moment the sentinels name a new primary until what is said is heard again, on a machine that is busy. */
    private static final Duration RECOVERY = Duration.ofSeconds(8);

    private static final Duration PAUSE = Duration.ofSeconds(8);

    private static final SentinelSet SENTINELS = new SentinelSet();
    private static final KeyServer KEYS = new KeyServer();
    private static final PassPrinter PRINTER = PassPrinter.fresh("key-1");
    private static final InstanceProcess ONE = start("sentinel-one");
    private static final InstanceProcess TWO = start("sentinel-two");

    private Conversation conversation;

    @BeforeAll
    static void awaitReady() {
        ONE.awaitReady();
        TWO.awaitReady();
    }

    @AfterAll
    static void stop() {
        ONE.close();
        TWO.close();
        KEYS.close();
        SENTINELS.close();
    }

    @BeforeEach
    void talk() {
        SENTINELS.awaitComplete();
        var room = Door.newRoom();
        conversation = new Conversation(
                () -> TestPeer.open(ONE.port(), PRINTER.pass(room, "ada")),
                () -> TestPeer.open(TWO.port(), PRINTER.pass(room, "bob")),
                List.of(ONE, TWO));
        conversation.awaitNews(RECOVERY);
    }

    @AfterEach
    void hangUp() {
        conversation.close();
    }

    @Test
    @Order(1)
    void theyFollowWhenThePrimaryIsKilled() {
        kill();
    }

    @Test
    @Order(3)
    void theyFollowWhenThePrimaryFallsSilent() {
        pause();
    }

    @Test
    @Order(2)
    void theyFollowAPrimaryThatIsReplacedWhileItIsWellThoughASentinelIsSilent() {
        SENTINELS.signalLastSentinel("STOP");
        try {
            change();
        } finally {
            SENTINELS.signalLastSentinel("CONT");
        }
    }

    @Tag("long")
    @RepeatedTest(8)
    void theyFollowAgainAndAgain() {
        kill();
        SENTINELS.awaitComplete();
        pause();
        SENTINELS.awaitComplete();
        recover("back as a replica");
        change();
    }

    private void kill() {
        var old = SENTINELS.primary();
        var before = conversation.timesUnready();

        SENTINELS.signal("KILL", old);

        conversation.awaitUnready(before);
        SENTINELS.awaitOtherThan(old);
        recover("killed");
        SENTINELS.restart(old);
    }

    private void pause() {
        var old = SENTINELS.primary();
        var start = System.nanoTime();

        SENTINELS.signal("STOP", old);
        try {
            SENTINELS.awaitOtherThan(old);
            recover("paused");
            while (System.nanoTime() - start < PAUSE.toNanos()) {
                conversation.awaitNews(RECOVERY);
            }
        } finally {
            SENTINELS.signal("CONT", old);
        }
    }

    private void change() {
        var old = SENTINELS.primary();

        SENTINELS.failOver();

        SENTINELS.awaitOtherThan(old);
        // By itself, the old one would notice only after ten seconds, and lose what it took in until then.
        await("nobody uses " + old).atMost(Duration.ofSeconds(8)).until(() -> !SENTINELS.isUsed(old));
        recover("replaced");
    }

    private void recover(String what) {
        var took = conversation.awaitNews(RECOVERY.multipliedBy(4));
        conversation.awaitReady();
        System.out.println(
                java.time.Instant.now() + " Primary " + what + ": heard again after " + took.toMillis() + " ms");
        conversation.assertAlive();
        assertTrue(took.compareTo(RECOVERY) <= 0, what + ": " + took);
    }

    private static InstanceProcess start(String name) {
        KEYS.publish(PRINTER.published());
        return new InstanceProcess(
                name,
                Map.of(
                        "STOA_SIGNALING_REDIS_URL",
                        SENTINELS.urls(),
                        "STOA_SIGNALING_REDIS_SENTINEL_MASTER",
                        SentinelSet.NAME,
                        "STOA_SIGNALING_REDIS_SENTINEL_PASSWORD",
                        SentinelSet.SENTINELS_PASSWORD,
                        "STOA_PASS_JWKS_URL",
                        KEYS.url(),
                        "STOA_ALLOWED_ORIGINS",
                        TestPeer.ORIGIN));
    }
}
