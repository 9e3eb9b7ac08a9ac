package dev.stoa.signaling.socket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stoa.signaling.rig.Door;
import dev.stoa.signaling.rig.Surroundings;
import dev.stoa.signaling.rig.TestPeer;
import dev.stoa.signaling.rig.TestStream;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The second transport: the same messages, the same order, the same session. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class EventStreamTest {

    @Inject
    Door door;

    @Test
    void aPageWithoutAWebSocketMeetsOneThatHasOne() {
        var room = Door.newRoom();
        try (var bob = door.join(room, "bob");
                var ada = open(room, "ada")) {
            var welcome = ada.next("welcome");
            var session = welcome.path("session").textValue();
            bob.next("peer-joined");

            bob.offer("ada", "v=0");
            var offer = ada.next("description");
            var posted = TestStream.post(
                    door.port(),
                    session,
                    offer.path("seq").longValue(),
                    "{\"type\":\"candidate\",\"n\":1,\"to\":\"bob\",\"candidate\":null}",
                    "{\"type\":\"chat\",\"n\":2,\"text\":\"hello\"}");

            assertEquals("{\"received\":2,\"errors\":[]}", posted.body());
            assertEquals("ada", bob.next("candidate").path("from").textValue());
            assertEquals("hello", bob.next("chat").path("text").textValue());
        }
    }

    @Test
    void aBatchThatIsPostedAgainIsNotSeenTwice() {
        var room = Door.newRoom();
        try (var bob = door.join(room, "bob");
                var ada = open(room, "ada")) {
            var session = ada.next("welcome").path("session").textValue();
            bob.next("peer-joined");
            var one = "{\"type\":\"chat\",\"n\":1,\"text\":\"one\"}";
            var two = "{\"type\":\"chat\",\"n\":2,\"text\":\"two\"}";

            TestStream.post(door.port(), session, 2, one);
            var again = TestStream.post(door.port(), session, 2, one, two);

            assertEquals("{\"received\":2,\"errors\":[]}", again.body());
            assertEquals("one", bob.next("chat").path("text").textValue());
            assertEquals("two", bob.next("chat").path("text").textValue());
            assertEquals(List.of(), bob.rest());
        }
    }

    @Test
    void whatIsNotDoneIsSaidForEachMessage() {
        var room = Door.newRoom();
        try (var ada = open(room, "ada")) {
            var session = ada.next("welcome").path("session").textValue();

            var answer = TestStream.post(
                    door.port(),
                    session,
                    1,
                    "{\"type\":\"candidate\",\"n\":1,\"to\":\"nobody\",\"candidate\":null}",
                    "{\"type\":\"chat\",\"n\":3,\"text\":\"too early\"}");

            assertTrue(answer.body().startsWith("{\"received\":1,\"errors\":["), answer.body());
            assertTrue(answer.body().contains("unknown-peer") && answer.body().contains("out-of-order"));
        }
    }

    @Test
    void aPageGoesFromOneTransportToTheOtherAndBack() {
        var room = Door.newRoom();
        try (var bob = door.join(room, "bob");
                var stream = open(room, "ada")) {
            var welcome = stream.next("welcome");
            bob.next("peer-joined");

            try (var socket =
                    TestPeer.comeBack(door.port(), welcome, welcome.path("seq").longValue())) {
                socket.next("resumed");
                assertEquals(4409, stream.next("close").path("code").intValue());
                bob.chat("now here");
                var last = socket.next("chat").path("seq").longValue();

                try (var again = TestStream.comeBack(door.port(), welcome, last)) {
                    again.next("resumed");
                    assertEquals(4409, socket.closeCode());
                    bob.chat("and here");
                    assertEquals("and here", again.next("chat").path("text").textValue());
                    assertEquals(List.of(), bob.rest());
                }
            }
        }
    }

    @Test
    void aPageThatAnswersNoPingIsReconnectingAndBackWhenItPosts() {
        var room = Door.newRoom();
        try (var bob = door.join(room, "bob");
                var ada = open(room, "ada")) {
            var session = ada.next("welcome").path("session").textValue();
            bob.next("peer-joined");

            ada.answerPings(false);
            bob.next("peer-reconnecting");
            TestStream.post(door.port(), session, 2);

            bob.next("peer-resumed");
        }
    }

    @Test
    void leavingByPostEndsTheStream() {
        var room = Door.newRoom();
        try (var bob = door.join(room, "bob");
                var ada = open(room, "ada")) {
            var session = ada.next("welcome").path("session").textValue();
            bob.next("peer-joined");

            TestStream.post(door.port(), session, 2, "{\"type\":\"leave\"}");

            assertEquals(
                    "{\"code\":1000,\"reason\":\"left\"}", ada.next("close").toString());
            assertEquals("left", bob.next("peer-left").path("reason").textValue());
            assertEquals(404, TestStream.post(door.port(), session, 2).statusCode());
        }
    }

    @Test
    void whoHasNoPlaceAnyMoreHasLeft() {
        var room = Door.newRoom();
        try (var ada = open(room, "ada");
                var redis = door.redis()) {
            var session = ada.next("welcome").path("session").textValue();
            redis.endRoom(room);
            ada.next("close");

            var left = TestStream.post(door.port(), session, 1, "{\"type\":\"leave\",\"n\":1}");

            assertEquals(200, left.statusCode());
            assertEquals("{\"received\":0,\"errors\":[]}", left.body());
        }
    }

    @Test
    void aStreamThatBreaksIsReconnectingForTheOthers() {
        var room = Door.newRoom();
        try (var bob = door.join(room, "bob")) {
            var ada = open(room, "ada");
            ada.next("welcome");
            bob.next("peer-joined");

            ada.close();

            bob.next("peer-reconnecting");
        }
    }

    @Test
    void aBadPassOrSessionIsUnauthorized() {
        try (var stream = TestStream.open(door.port(), door.port(), "nonsense")) {
            assertEquals(401, stream.status());
        }
    }

    private TestStream open(String room, String peer) {
        return TestStream.open(door.port(), door.port(), door.printer().pass(room, peer));
    }
}
