package dev.stoa.signaling.room;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stoa.signaling.rig.Door;
import dev.stoa.signaling.rig.RawSocket;
import dev.stoa.signaling.rig.Surroundings;
import dev.stoa.signaling.rig.TestPeer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.redis.client.Command;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What the others see of a page: joined, reconnecting, left. The window to come back is a minute here, silence 4 s. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class PresenceTest {

    @Inject
    Door door;

    @Test
    void aPageWhoseConnectionBreaksIsReconnectingAndGoneWhenItsWindowEnds() {
        var room = Door.newRoom();
        try (var ada = door.join(room, "ada");
                var redis = door.redis()) {
            var bob = door.join(room, "bob");
            ada.next("peer-joined");

            bob.vanish();

            assertEquals("bob", ada.next("peer-reconnecting").path("peer").textValue());
            redis.awaitEvents(room, "joined ada", "joined bob");
            redis.endWindow(room, "bob");
            assertEquals("lost", ada.next("peer-left").path("reason").textValue());
            redis.awaitEvents(room, "joined ada", "joined bob", "left bob");
            await().until(() -> !redis.isAway(room));
        }
    }

    @Test
    void whoComesInSeesWhoIsReconnecting() {
        var room = Door.newRoom();
        try (var ada = door.join(room, "ada")) {
            door.join(room, "bob").vanish();
            ada.next("peer-joined");
            ada.next("peer-reconnecting");

            try (var cleo = TestPeer.open(door.port(), door.printer().pass(room, "cleo"))) {
                var welcome = cleo.next("welcome");

                assertEquals(2, welcome.path("peers").size());
                assertEquals("[\"bob\"]", welcome.path("reconnecting").toString());
            }
        }
    }

    @Test
    void aSilentPageIsReconnectingAndBackWhenItIsHeardAgain() {
        var room = Door.newRoom();
        try (var ada = door.join(room, "ada");
                var quiet = new RawSocket(door.port(), door.printer().pass(room, "quiet"))) {
            quiet.head();
            ada.next("peer-joined");
            var silentSince = System.nanoTime();

            ada.next("peer-reconnecting");
            assertTrue(System.nanoTime() - silentSince < Duration.ofSeconds(8).toNanos());
            quiet.frame(RawSocket.PONG, true, new byte[0]);

            assertEquals(
                    "quiet", ada.next("peer-resumed").path("peer").path("peer").textValue());
        }
    }

    @Test
    void aPageThatReloadsWhileItIsAwayIsNotGivenUpLater() {
        var room = Door.newRoom();
        try (var ada = door.join(room, "ada")) {
            door.join(room, "bob").vanish();
            ada.next("peer-joined");
            ada.next("peer-reconnecting");

            try (var bob = door.join(room, "bob");
                    var redis = door.redis()) {
                assertEquals("replaced", ada.next("peer-left").path("reason").textValue());
                ada.next("peer-joined");
                await().until(() -> !redis.isAway(room));
                bob.chat("here");
                assertEquals("here", ada.next("chat").path("text").textValue());
            }
        }
    }

    @Test
    void aRemovedParticipantIsOutAndStaysOut() {
        var room = Door.newRoom();
        try (var ada = door.join(room, "ada");
                var bob = TestPeer.open(door.port(), door.printer().pass(room, "bob"));
                var redis = door.redis()) {
            var welcome = bob.next("welcome");
            ada.next("peer-joined");

            redis.remove(room, "bob");

            assertEquals(4403, bob.closeCode());
            assertEquals("removed", ada.next("peer-left").path("reason").textValue());
            try (var late = TestPeer.open(door.port(), door.printer().pass(room, "bob"));
                    var back = TestPeer.comeBack(door.port(), welcome, 2)) {
                assertEquals(4403, late.closeCode());
                assertEquals(4403, back.closeCode());
            }
        }
    }

    @Test
    void anEndedRoomIsEmptyEvenIfAPageWasAway() {
        var room = Door.newRoom();
        try (var redis = door.redis()) {
            door.join(room, "ada").vanish();
            await().until(() -> redis.run(Command.HGET, "sig:{" + room + "}:peers", "ada")
                    .toString()
                    .matches("\\S+ \\S+ \\d+ [1-9].*"));

            redis.endRoom(room);

            redis.awaitEvents(room, "joined ada", "left ada", "empty ada");
        }
    }
}
