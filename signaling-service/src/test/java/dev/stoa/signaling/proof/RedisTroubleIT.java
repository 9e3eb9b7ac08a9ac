package dev.stoa.signaling.proof;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stoa.signaling.rig.Door;
import dev.stoa.signaling.rig.TestPeer;
import dev.stoa.signaling.rig.TestRedis;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Redis stalls, dies and is cut off while pairs talk: what was settled is not lost, and it goes on soon after. */
class RedisTroubleIT {

    private static final Seed SEED = Seed.of("RedisTroubleIT");
    private static final Duration WINDOW = Duration.ofSeconds(5);
    private static final int PAIRS = 10;
    private static final Duration GAP = Duration.ofMillis(100);

    private static Stage stage;

    private final SplittableRandom random = SEED.random();

    @BeforeAll
    static void start() {
        stage = Stage.byCable("trouble", 2, Map.of("STOA_ROOM_RESUME_WITHIN", WINDOW.toSeconds() + "s"));
    }

    @AfterAll
    static void stop() {
        stage.close();
    }

    @Test
    void aPauseLosesNothingAndStopsTheWindows() {
        pause(WINDOW.plusSeconds(1));
    }

    @Test
    @Tag("long")
    void aLongPauseLosesNothingAndStopsTheWindows() {
        for (var i = 0; i < 3; i++) {
            pause(Duration.ofSeconds(10));
        }
    }

    @Test
    void aRestartOnTheSameDataLosesNothing() {
        restart(1);
    }

    @Test
    @Tag("long")
    void manyRestartsOnTheSameDataLoseNothing() {
        restart(10);
    }

    @Test
    void cutConnectionsLoseNothing() {
        cut(3);
    }

    @Test
    @Tag("long")
    void manyCutConnectionsLoseNothing() {
        cut(50);
    }

    @Test
    void aSilentConnectionLosesNothingWhetherItEndsOrSpeaksAgain() {
        silence(1);
    }

    @Test
    @Tag("long")
    void manySilentConnectionsLoseNothing() {
        silence(5);
    }

    private void pause(Duration length) {
        var room = Door.newRoom();
        try (var health = new Health(stage);
                var ada = TestPeer.join(stage.instance(0).port(), stage.pass(room, "ada"));
                var talk = talk("pause")) {
            var bob = TestPeer.open(stage.instance(1).port(), stage.pass(room, "bob"));
            var welcome = bob.next("welcome");
            ada.next("peer-joined");
            bob.vanish();
            ada.next("peer-reconnecting");

            var pid = stage.redis().pid();
            TestRedis.signal("STOP", pid);
            var stopped = System.nanoTime();
            await("readiness").until(health::noneReady);
            LockSupport.parkNanos(length.toNanos() - (System.nanoTime() - stopped));
            stage.redis().look().resume(pid);

            var recovery = talk.recovery(Duration.ofSeconds(2));
            try (var back = TestPeer.comeBack(
                    stage.instance(0).port(), welcome, welcome.path("seq").longValue())) {
                back.next("resumed");
            }
            end("a pause of " + length.toSeconds() + " s", talk, health, recovery);
        }
    }

    private void restart(int times) {
        try (var health = new Health(stage);
                var talk = talk("restart")) {
            var worst = Duration.ZERO;
            for (var i = 0; i < times; i++) {
                stage.redis().kill();
                await("readiness").until(health::noneReady);
                stage.redis().start();
                worst = longer(worst, talk.recovery(Duration.ofSeconds(5)));
            }
            end(times + " restarts", talk, health, worst);
        }
    }

    private void cut(int times) {
        try (var health = new Health(stage);
                var talk = talk("cut")) {
            var worst = Duration.ZERO;
            for (var i = 0; i < times; i++) {
                stage.cable().cut();
                worst = longer(worst, talk.recovery(Duration.ofSeconds(2)));
            }
            end(times + " cuts", talk, health, worst);
        }
    }

    private void silence(int times) {
        try (var health = new Health(stage);
                var talk = talk("silence")) {
            var worst = Duration.ZERO;
            for (var i = 0; i < 2 * times; i++) {
                stage.cable().fallSilent();
                await("readiness").until(health::noneReady);
                if (i % 2 == 1) {
                    stage.cable().cut();
                }
                stage.cable().speak();
                worst = longer(worst, talk.recovery(Duration.ofSeconds(3)));
            }
            end(times + " silences", talk, health, worst);
        }
    }

    private Talk talk(String name) {
        await().until(() -> stage.redis().pid() > 0);
        return new Talk(stage, name, PAIRS, random).begin(GAP, random);
    }

    private static void end(String what, Talk talk, Health health, Duration recovery) {
        var verdict = talk.hush(false);

        assertEquals(List.of(), verdict.broken());
        assertEquals(List.of(), List.copyOf(health.notAlive()));
        assertTrue(verdict.settled() > PAIRS);
        await().until(health::allReady);
        Figures.of("RedisTroubleIT, " + what, SEED)
                .with("messages", verdict.settled())
                .with("lost, doubled, out of order", 0)
                .with("longest recovery, ms", recovery.toMillis())
                .publish();
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
