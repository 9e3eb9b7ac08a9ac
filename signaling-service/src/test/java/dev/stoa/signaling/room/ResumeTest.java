package dev.stoa.signaling.room;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stoa.signaling.rig.Door;
import dev.stoa.signaling.rig.Surroundings;
import dev.stoa.signaling.rig.TestPeer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.redis.client.Command;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A page that comes back with its session gets what it missed, or is told that it cannot. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class ResumeTest {

    @Inject
    Door door;

    @Test
    void whoComesBackGetsWhatItMissedInOrderAndOnlyThat() {
        var room = Door.newRoom();
        try (var ada = door.join(room, "ada");
                var redis = door.redis()) {
            var bob = open(room, "bob");
            var welcome = bob.next("welcome");
            ada.next("peer-joined");
            ada.chat("seen");
            var last = bob.next("chat").path("seq").longValue();
            bob.vanish();
            ada.next("peer-reconnecting");
            for (var i = 0; i < 100; i++) {
                ada.chat("missed " + i);
            }
            redis.awaitSeq(room, last + 101);

            try (var back = TestPeer.comeBack(door.port(), welcome, last)) {
                var resumed = back.next("resumed");

                assertEquals(
                        "bob",
                        ada.next("peer-resumed").path("peer").path("peer").textValue());
                assertEquals(1, resumed.path("peers").size());
                assertEquals(0, resumed.path("received").longValue());
                for (var i = 0; i < 100; i++) {
                    var missed = back.next("chat");
                    assertEquals("missed " + i, missed.path("text").textValue());
                    assertTrue(missed.path("seq").longValue()
                            <= resumed.path("seq").longValue());
                }
                ada.chat("fresh");
                assertEquals("fresh", back.next("chat").path("text").textValue());
                back.chat("and back");
                assertEquals("and back", ada.next("chat").path("text").textValue());
            }
        }
    }

    @Test
    void aSecondSocketOfTheSameSessionTakesOverWithoutANoise() {
        var room = Door.newRoom();
        try (var ada = door.join(room, "ada");
                var first = open(room, "bob")) {
            var welcome = first.next("welcome");
            ada.next("peer-joined");

            try (var second = TestPeer.comeBack(door.port(), welcome, seq(welcome))) {
                second.next("resumed");

                assertEquals(4409, first.closeCode());
                ada.chat("who is it?");
                assertEquals("who is it?", second.next("chat").path("text").textValue());
                assertEquals(List.of(), ada.rest());
            }
        }
    }

    @Test
    void whatFellOutOfTheLogMeansNotResumed() {
        var room = Door.newRoom();
        try (var ada = door.join(room, "ada");
                var redis = door.redis()) {
            var bob = open(room, "bob");
            var welcome = bob.next("welcome");
            bob.vanish();
            ada.next("peer-joined");
            ada.next("peer-reconnecting");
            ada.chat("one");
            ada.chat("two");
            ada.say("{\"type\":\"chat\",\"text\":\"last\"}");
            redis.awaitSeq(room, 6);

            redis.run(Command.XTRIM, "sig:{" + room + "}:stream", "MAXLEN", 2);

            try (var back = TestPeer.comeBack(door.port(), welcome, seq(welcome))) {
                assertEquals(4404, back.closeCode());
                assertEquals(List.of(), back.rest());
            }
        }
    }

    @Test
    void whoComesBackAfterItsWindowIsNotResumed() {
        var room = Door.newRoom();
        try (var ada = door.join(room, "ada");
                var redis = door.redis()) {
            var bob = open(room, "bob");
            var welcome = bob.next("welcome");
            ada.next("peer-joined");
            bob.vanish();
            ada.next("peer-reconnecting");
            redis.endWindow(room, "bob");
            ada.next("peer-left");

            try (var back = TestPeer.comeBack(door.port(), welcome, seq(welcome))) {
                assertEquals(4404, back.closeCode());
            }
        }
    }

    @Test
    void whoLeftOrWasReplacedIsNotResumed() {
        var room = Door.newRoom();
        try (var ada = open(room, "ada");
                var bob = open(room, "bob")) {
            var adas = ada.next("welcome");
            var bobs = bob.next("welcome");
            ada.say("{\"type\":\"leave\"}");
            assertEquals(1000, ada.closeCode());

            try (var reloaded = door.join(room, "bob");
                    var left = TestPeer.comeBack(door.port(), adas, seq(adas));
                    var replaced = TestPeer.comeBack(door.port(), bobs, seq(bobs))) {
                assertEquals(4404, left.closeCode());
                assertEquals(4404, replaced.closeCode());
                assertTrue(!reloaded.isClosed());
            }
        }
    }

    @Test
    void anotherEpochOrANumberFromTheFutureIsNotResumed() {
        var room = Door.newRoom();
        try (var ada = open(room, "ada");
                var redis = door.redis()) {
            var welcome = ada.next("welcome");
            try (var future = TestPeer.comeBack(door.port(), welcome, 99)) {
                assertEquals(4404, future.closeCode());
            }

            redis.run(Command.HSET, "sig:{" + room + "}:state", "epoch", "other");

            try (var other = TestPeer.comeBack(door.port(), welcome, seq(welcome))) {
                assertEquals(4404, other.closeCode());
            }
        }
    }

    @Test
    void whatWasSaidBeforeThePageCameInIsNotGivenToIt() {
        var room = Door.newRoom();
        try (var ada = door.join(room, "ada");
                var redis = door.redis()) {
            ada.chat("not for bob");
            redis.awaitSeq(room, 2);
            try (var bob = open(room, "bob")) {
                var welcome = bob.next("welcome");

                try (var early = TestPeer.comeBack(door.port(), welcome, seq(welcome) - 2)) {
                    assertEquals(4404, early.closeCode());
                    assertEquals(List.of(), early.rest());
                }
            }
        }
    }

    private TestPeer open(String room, String peer) {
        return TestPeer.open(door.port(), door.printer().pass(room, peer));
    }

    private static long seq(JsonNode message) {
        return message.path("seq").longValue();
    }
}
