package dev.stoa.signaling.room;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stoa.signaling.rig.Door;
import dev.stoa.signaling.rig.Surroundings;
import dev.stoa.signaling.rig.TestPeer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.redis.client.Command;
import jakarta.inject.Inject;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class MembershipTest {

    @Inject
    Door door;

    @Test
    void theWelcomeSaysWhoIsThereAndWhere() {
        var room = Door.newRoom();
        try (var ada = TestPeer.open(door.port(), door.printer().pass(room, "ada"));
                var bob = TestPeer.open(
                        door.port(),
                        door.printer().pass(room, "bob", claims -> claims.setStringClaim("role", "expert")))) {

            var first = ada.next("welcome");
            var second = bob.next("welcome");

            assertEquals(1, first.path("protocol").intValue());
            assertEquals("signaling-test", first.path("instance").textValue());
            assertEquals("ada", first.path("self").textValue());
            assertEquals(1, first.path("seq").intValue());
            assertEquals(0, first.path("peers").size());
            assertEquals(first.path("epoch"), second.path("epoch"));
            assertNotEquals(first.path("session"), second.path("session"));
            assertEquals(
                    "{\"peer\":\"ada\",\"name\":\"Name of ada\",\"role\":\"learner\"}",
                    second.path("peers").path(0).toString());
            assertEquals(
                    "expert", ada.next("peer-joined").path("peer").path("role").textValue());
        }
    }

    @Test
    void leavingIsToldAndCloses() {
        var room = Door.newRoom();
        try (var ada = door.join(room, "ada");
                var bob = door.join(room, "bob");
                var redis = door.redis()) {
            ada.next("peer-joined");

            bob.say("{\"type\":\"leave\"}");

            var left = ada.next("peer-left");
            assertEquals("bob", left.path("peer").textValue());
            assertEquals("left", left.path("reason").textValue());
            assertEquals(1000, bob.closeCode());
            redis.awaitEvents(room, "joined ada", "joined bob", "left bob");
        }
    }

    @Test
    void theLastToGoLeavesTheRoomEmpty() {
        var room = Door.newRoom();
        var ada = door.join(room, "ada");

        ada.say("{\"type\":\"leave\"}");

        try (var redis = door.redis()) {
            redis.awaitEvents(room, "joined ada", "left ada", "empty ada");
            assertTrue(redis.run(Command.PTTL, "sig:{" + room + "}:state").toLong() <= 600_000);
            assertEquals(
                    0, redis.run(Command.EXISTS, "sig:{" + room + "}:peers").toInteger());
        }
    }

    @Test
    void aReloadedPageTakesThePlaceOfTheOldOne() {
        var room = Door.newRoom();
        try (var ada = door.join(room, "ada");
                var old = door.join(room, "bob");
                var redis = door.redis()) {
            ada.next("peer-joined");

            var fresh = TestPeer.open(door.port(), door.printer().pass(room, "bob"));

            assertEquals(4409, old.closeCode());
            var welcome = fresh.next("welcome");
            assertEquals("ada", welcome.path("peers").path(0).path("peer").textValue());
            assertEquals("replaced", ada.next("peer-left").path("reason").textValue());
            assertEquals(
                    "bob", ada.next("peer-joined").path("peer").path("peer").textValue());
            redis.awaitEvents(room, "joined ada", "joined bob", "joined bob");
            fresh.close();
        }
    }

    @Test
    void whatWasSaidToTheOldPageIsNotForTheNewOne() {
        var room = Door.newRoom();
        try (var ada = door.join(room, "ada");
                var old = door.join(room, "bob")) {
            ada.next("peer-joined");
            ada.offer("bob", "old");
            old.next("description");

            try (var fresh = door.join(room, "bob")) {
                ada.next("peer-left");
                ada.next("peer-joined");
                ada.offer("bob", "new");

                assertEquals(
                        "new",
                        fresh.next("description")
                                .path("description")
                                .path("sdp")
                                .textValue());
            }
        }
    }

    @Test
    void aFullRoomLetsNobodyElseInButAReloadedPage() {
        var room = Door.newRoom();
        var inside = new ArrayList<TestPeer>();
        for (var i = 0; i < 8; i++) {
            inside.add(door.join(room, "peer" + i));
        }

        try (var ninth = TestPeer.open(door.port(), door.printer().pass(room, "ninth"))) {
            assertEquals(4423, ninth.closeCode());
        }
        try (var again = TestPeer.open(door.port(), door.printer().pass(room, "peer3"))) {
            assertEquals(7, again.next("welcome").path("peers").size());
        }
        inside.forEach(TestPeer::close);
    }

    @Test
    void anEndedRoomClosesItsSocketsAndItsDoor() {
        var room = Door.newRoom();
        try (var ada = door.join(room, "ada");
                var bob = door.join(room, "bob");
                var redis = door.redis()) {
            ada.next("peer-joined");

            redis.endRoom(room);

            assertEquals(4410, ada.closeCode());
            assertEquals(4410, bob.closeCode());
            try (var late = TestPeer.open(door.port(), door.printer().pass(room, "bob"))) {
                assertEquals(4410, late.closeCode());
            }
            await().until(() -> redis.events(room).getLast().startsWith("empty"));
        }
    }

    @Test
    void anOrderThatNobodyUnderstandsDoesNotStopTheNextOne() {
        var room = Door.newRoom();
        try (var ada = door.join(room, "ada");
                var redis = door.redis()) {

            redis.run(Command.XADD, "sig:room-commands", "*", "command", "paint", "colour", "blue");
            redis.endRoom(room);

            assertEquals(4410, ada.closeCode());
        }
    }
}
