package dev.stoa.signaling.room;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stoa.signaling.rig.Door;
import dev.stoa.signaling.rig.Surroundings;
import dev.stoa.signaling.rig.TestPeer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class RelayTest {

    @Inject
    Door door;

    @Test
    void aDescriptionReachesOnlyItsAddresseeWithTheRealSender() {
        var room = Door.newRoom();
        try (var ada = door.join(room, "ada");
                var bob = door.join(room, "bob");
                var cleo = door.join(room, "cleo")) {
            ada.next("peer-joined");
            ada.next("peer-joined");
            bob.next("peer-joined");

            ada.say("""
                    {"type":"description","to":"bob","from":"cleo","seq":99,"description":{"type":"offer","sdp":"v=0"}}""");
            ada.chat("done");

            var description = bob.next("description");
            assertEquals("ada", description.path("from").textValue());
            assertEquals("v=0", description.path("description").path("sdp").textValue());
            assertEquals(4, description.path("seq").longValue());
            assertEquals("done", cleo.next("chat").path("text").textValue());
        }
    }

    @Test
    void aCandidateKeepsItsFieldsAndNullMeansTheEnd() {
        var room = Door.newRoom();
        try (var ada = door.join(room, "ada");
                var bob = door.join(room, "bob")) {
            ada.next("peer-joined");

            ada.say("""
                    {"type":"candidate","to":"bob","candidate":{"candidate":"candidate:1","sdpMid":"0","sdpMLineIndex":0}}""");
            ada.say("{\"type\":\"candidate\",\"to\":\"bob\",\"candidate\":null}");

            var candidate = bob.next("candidate").path("candidate");
            assertEquals("{\"candidate\":\"candidate:1\",\"sdpMid\":\"0\",\"sdpMLineIndex\":0}", candidate.toString());
            var end = bob.next("candidate");
            assertTrue(end.has("candidate") && end.path("candidate").isNull());
        }
    }

    @Test
    void aChatReachesAllOthersWithIdAndTime() {
        var room = Door.newRoom();
        try (var ada = door.join(room, "ada");
                var bob = door.join(room, "bob")) {
            ada.next("peer-joined");

            ada.chat("hello");
            bob.chat("back");

            var hello = bob.next("chat");
            assertEquals("hello", hello.path("id").textValue());
            assertTrue(hello.path("at").textValue().matches("\\d{4}-\\d\\d-\\d\\dT.*Z"));
            assertEquals("back", ada.next("chat").path("text").textValue());
            assertEquals(List.of(), bob.rest());
        }
    }

    @Test
    void numbersIncreaseByOneAndKeepTheOrderOfOneSender() {
        var room = Door.newRoom();
        try (var ada = door.join(room, "ada");
                var bob = door.join(room, "bob")) {
            ada.next("peer-joined");

            for (var i = 0; i < 150; i++) {
                ada.chat("m" + i);
            }

            for (var i = 0; i < 150; i++) {
                var message = bob.next("chat");
                assertEquals("m" + i, message.path("text").textValue());
                assertEquals(3 + i, message.path("seq").longValue());
            }
        }
    }

    @Test
    void whoIsNotInTheRoomIsUnknown() {
        var room = Door.newRoom();
        try (var ada = door.join(room, "ada")) {

            ada.offer("bob", "v=0");
            ada.offer("ada", "v=0");

            for (var i = 0; i < 2; i++) {
                var error = ada.next("error");
                assertEquals("unknown-peer", error.path("code").textValue());
                assertEquals("d1", error.path("ref").textValue());
            }
        }
    }

    @Test
    void aPassThatDoesNotAllowMediaDoesNotCarryIt() {
        var room = Door.newRoom();
        var chatOnly = door.printer().pass(room, "ada", claims -> claims.setClaim("can", List.of("chat", "new")));
        try (var ada = TestPeer.join(door.port(), chatOnly);
                var bob = door.join(room, "bob")) {
            ada.next("peer-joined");

            ada.offer("bob", "v=0");
            ada.say("{\"type\":\"candidate\",\"id\":\"c\",\"to\":\"bob\",\"candidate\":null}");
            ada.chat("still");

            assertEquals("not-allowed", ada.next("error").path("code").textValue());
            assertEquals("c", ada.next("error").path("ref").textValue());
            assertEquals("still", bob.next("chat").path("text").textValue());
        }
    }

    @Test
    void aPassThatDoesNotAllowChatDoesNotCarryIt() {
        var room = Door.newRoom();
        var mediaOnly = door.printer().pass(room, "ada", claims -> claims.setClaim("can", List.of("media")));
        try (var ada = TestPeer.join(door.port(), mediaOnly);
                var bob = door.join(room, "bob")) {
            ada.next("peer-joined");

            ada.chat("no");
            ada.offer("bob", "v=0");

            assertEquals("not-allowed", ada.next("error").path("code").textValue());
            bob.next("description");
            assertFalse(bob.isClosed());
        }
    }

    @Test
    void aMessageThatWasNotCarriedIsReadBeforeTheNextOne() {
        var room = Door.newRoom();
        try (var ada = door.join(room, "ada");
                var bob = door.join(room, "bob");
                var redis = door.redis()) {
            ada.next("peer-joined");
            ada.chat("first");
            bob.next("chat");

            redis.lose(room, "ada", "bob", "{\"type\":\"candidate\",\"seq\":4,\"from\":\"ada\"}");
            ada.offer("bob", "v=0");

            assertEquals(4, bob.next("candidate").path("seq").longValue());
            assertEquals(5, bob.next("description").path("seq").longValue());
            assertEquals(List.of(), bob.rest());
        }
    }

    @Test
    void whatIsSaidRightBeforeLeavingIsHeardBeforeIt() {
        var room = Door.newRoom();
        try (var ada = door.join(room, "ada");
                var bob = door.join(room, "bob")) {
            ada.next("peer-joined");
            IntStream.range(0, 20).forEach(i -> ada.offer("bob", "v=" + i));
            ada.say("{\"type\":\"leave\"}");

            IntStream.range(0, 20)
                    .forEach(i -> assertEquals(
                            "v=" + i,
                            bob.next("description").at("/description/sdp").textValue()));
            assertEquals("left", bob.next("peer-left").path("reason").textValue());
        }
    }

    @Test
    void roomsHearNothingOfEachOther() {
        try (var ada = door.join(Door.newRoom(), "ada");
                var bob = door.join(Door.newRoom(), "bob")) {

            ada.chat("anybody?");
            ada.offer("bob", "v=0");

            assertEquals("unknown-peer", ada.next("error").path("code").textValue());
            assertEquals(List.of(), bob.rest());
        }
    }
}
