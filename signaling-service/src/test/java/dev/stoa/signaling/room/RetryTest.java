package dev.stoa.signaling.room;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.stoa.signaling.rig.Door;
import dev.stoa.signaling.rig.Surroundings;
import dev.stoa.signaling.rig.TestPeer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A numbered message that is sent again is never seen twice, and none is passed over. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class RetryTest {

    @Inject
    Door door;

    @Test
    void aRepeatedMessageIsSettledButNotSeenAgain() {
        var room = Door.newRoom();
        try (var ada = door.join(room, "ada");
                var bob = door.join(room, "bob")) {
            ada.next("peer-joined");

            ada.chat(1, "one").chat(2, "two").chat(1, "one").chat(2, "two").chat(3, "three");

            assertEquals(List.of("one", "two", "three"), List.of(text(bob), text(bob), text(bob)));
            var acknowledged = 0L;
            while (acknowledged < 3) {
                acknowledged = ada.next("ack").path("n").longValue();
            }
            assertEquals(List.of(), bob.rest());
        }
    }

    @Test
    void aMessageBeforeWhichOneIsMissingIsNotTakenIn() {
        var room = Door.newRoom();
        try (var ada = door.join(room, "ada");
                var bob = door.join(room, "bob")) {
            ada.next("peer-joined");

            ada.chat(2, "two");
            var error = ada.next("error");
            ada.chat(1, "one").chat(2, "two");

            assertEquals("out-of-order", error.path("code").textValue());
            assertEquals(2, error.path("n").longValue());
            assertEquals(List.of("one", "two"), List.of(text(bob), text(bob)));
        }
    }

    @Test
    void aMessageThatIsRefusedForGoodDoesNotHoldUpTheNext() {
        var room = Door.newRoom();
        try (var ada = door.join(room, "ada");
                var bob = door.join(room, "bob")) {
            ada.next("peer-joined");

            ada.say("{\"type\":\"candidate\",\"n\":1,\"to\":\"nobody\",\"candidate\":null}");
            ada.say("{\"type\":\"chat\",\"n\":2,\"text\":\"\"}");
            ada.say("{\"type\":\"dance\",\"n\":3}");
            ada.chat(4, "four");

            assertEquals("four", text(bob));
            assertEquals(
                    List.of(1L, 2L, 3L),
                    ada.takeAtLeast("error", 3).stream()
                            .map(error -> error.path("n").longValue())
                            .sorted()
                            .toList());
        }
    }

    @Test
    void aMalformedMessageWaitsForItsTurnLikeAnyOther() {
        try (var ada = door.join(Door.newRoom(), "ada")) {
            ada.chat(2, "two").say("{\"type\":\"dance\",\"n\":3}");
            assertEquals(
                    List.of("2 out-of-order", "3 out-of-order"),
                    List.of(error(ada), error(ada)).stream().sorted().toList());

            ada.chat(1, "one")
                    .chat(2, "two")
                    .say("{\"type\":\"dance\",\"n\":3}")
                    .chat(4, "four");

            assertEquals("3 unknown-type", error(ada));
            var acknowledged = 0L;
            while (acknowledged < 4) {
                acknowledged = ada.next("ack").path("n").longValue();
            }
        }
    }

    @Test
    void aNumberThatNoMessageMayHaveIsNobodysTurn() {
        try (var ada = door.join(Door.newRoom(), "ada")) {
            ada.say("{\"type\":\"chat\",\"n\":9007199254740992,\"text\":\"a\"}");

            assertEquals("0 bad-message", error(ada));
        }
    }

    @Test
    void afterAComebackWhatWasSettledIsKnownAndTheRestGoesOn() {
        var room = Door.newRoom();
        try (var ada = door.join(room, "ada")) {
            var bob = TestPeer.open(door.port(), door.printer().pass(room, "bob"));
            var welcome = bob.next("welcome");
            ada.next("peer-joined");
            bob.chat(1, "one").chat(2, "two");
            ada.next("chat");
            ada.next("chat");
            bob.vanish();
            ada.next("peer-reconnecting");

            try (var back =
                    TestPeer.comeBack(door.port(), welcome, welcome.path("seq").longValue())) {
                assertEquals(2, back.next("resumed").path("received").longValue());
                back.chat(2, "two").chat(3, "three");

                ada.next("peer-resumed");
                assertEquals("three", text(ada));
            }
        }
    }

    @Test
    void aNewSessionCountsFromOneAgain() {
        var room = Door.newRoom();
        try (var ada = door.join(room, "ada");
                var old = door.join(room, "bob")) {
            ada.next("peer-joined");
            old.chat(1, "old");
            ada.next("chat");

            try (var reloaded = door.join(room, "bob")) {
                reloaded.chat(1, "new");

                ada.next("peer-left");
                ada.next("peer-joined");
                assertEquals("new", text(ada));
            }
        }
    }

    private static String error(TestPeer peer) {
        var error = peer.next("error");
        return error.path("n").longValue() + " " + error.path("code").textValue();
    }

    private static String text(TestPeer peer) {
        return peer.next("chat").path("text").textValue();
    }
}
