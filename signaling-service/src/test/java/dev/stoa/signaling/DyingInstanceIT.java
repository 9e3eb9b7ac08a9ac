package dev.stoa.signaling;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stoa.signaling.rig.Door;
import dev.stoa.signaling.rig.Fleet;
import dev.stoa.signaling.rig.InstanceProcess;
import io.vertx.redis.client.Command;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The packaged service when one of its instances goes, in each of the ways it can. */
class DyingInstanceIT {

    private static final Duration SOONER_THAN_A_DEAD_ONE = Duration.ofSeconds(5);

    private static final Fleet FLEET = new Fleet(Duration.ofSeconds(12));
    private static final InstanceProcess ONE = FLEET.start("survivor");
    private static final InstanceProcess TWO = FLEET.start("haven");

    @BeforeAll
    static void awaitReady() {
        ONE.awaitReady();
        TWO.awaitReady();
    }

    @AfterAll
    static void stop() {
        ONE.close();
        TWO.close();
        FLEET.close();
    }

    @Test
    void pagesOfAKilledInstanceAreReconnectingWithinFiveSecondsAndLostWhenTheirWindowEnds() {
        var shared = Door.newRoom();
        var deserted = Door.newRoom();
        try (var doomed = FLEET.start("doomed").awaitReady();
                var ada = FLEET.join(ONE, shared, "ada");
                var bob = FLEET.join(doomed, shared, "bob");
                var cleo = FLEET.join(doomed, deserted, "cleo")) {
            ada.next("peer-joined");

            var killed = System.nanoTime();
            doomed.signal("KILL");

            assertEquals("bob", ada.next("peer-reconnecting").path("peer").textValue());
            assertTrue(System.nanoTime() - killed < Duration.ofSeconds(5).toNanos());
            assertEquals("lost", ada.next("peer-left").path("reason").textValue());
            FLEET.redis().awaitEvents(deserted, "joined cleo", "left cleo", "empty cleo");
            FLEET.redis().awaitEvents(shared, "joined ada", "joined bob", "left bob");
            assertTrue(bob.closeCode() != 1000 && cleo.closeCode() != 1000);
        }
    }

    @Test
    void whoComesBackAfterAKillIsNotTakenOutByTheSweep() {
        var room = Door.newRoom();
        try (var doomed = FLEET.start("doomed-too").awaitReady();
                var ada = FLEET.join(ONE, room, "ada");
                var witness = FLEET.join(doomed, Door.newRoom(), "witness");
                var old = FLEET.join(doomed, room, "bob")) {
            ada.next("peer-joined");
            FLEET.redis().awaitEvents(room, "joined ada", "joined bob");
            doomed.signal("KILL");

            try (var back = FLEET.join(TWO, room, "bob")) {
                assertEquals("replaced", ada.next("peer-left").path("reason").textValue());
                ada.next("peer-joined");
                await().atMost(Duration.ofSeconds(30))
                        .until(() -> !FLEET.redis()
                                .run(Command.ZRANGE, "{sig}:instances", 0, -1)
                                .toString()
                                .contains("doomed-too"));
                FLEET.redis().awaitEvents(room, "joined ada", "joined bob", "joined bob");
                back.chat("still in");
                assertEquals("still in", ada.next("chat").path("text").textValue());
            }
            assertTrue(witness.closeCode() != 1000 && old.closeCode() != 1000);
        }
    }

    @Test
    void pagesOfAStalledInstanceAreBackWhenItWakes() {
        var room = Door.newRoom();
        try (var stalled = FLEET.start("stalled").awaitReady();
                var ada = FLEET.join(ONE, room, "ada");
                var bob = FLEET.join(stalled, room, "bob")) {
            ada.next("peer-joined");

            stalled.signal("STOP");
            ada.next("peer-reconnecting");
            stalled.signal("CONT");

            ada.next("peer-resumed");
            bob.chat("still here");
            assertEquals("still here", ada.next("chat").path("text").textValue());
        }
    }

    @Test
    void aStoppingInstanceSendsItsPeersElsewhereAtOnce() {
        var room = Door.newRoom();
        try (var stopping = FLEET.start("stopping").awaitReady();
                var ada = FLEET.join(ONE, room, "ada");
                var bob = FLEET.join(stopping, room, "bob")) {
            ada.next("peer-joined");

            var asked = System.nanoTime();
            stopping.signal("TERM");

            assertEquals(1012, bob.closeCode());
            ada.next("peer-reconnecting");
            assertTrue(System.nanoTime() - asked < SOONER_THAN_A_DEAD_ONE.toNanos());
            stopping.exitCode();
            assertTrue(System.nanoTime() - asked < Duration.ofSeconds(25).toNanos());
        }
    }
}
