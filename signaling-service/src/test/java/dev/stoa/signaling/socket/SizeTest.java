package dev.stoa.signaling.socket;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.stoa.signaling.rig.Door;
import dev.stoa.signaling.rig.Surroundings;
import dev.stoa.signaling.rig.TestPeer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class SizeTest {

    @Inject
    Door door;

    static List<String> tooLarge() {
        return List.of(
                "{\"type\":\"chat\",\"text\":\"" + "a".repeat(4_001) + "\"}",
                "{\"type\":\"chat\",\"id\":\"" + "a".repeat(65) + "\",\"text\":\"a\"}",
                "{\"type\":\"description\",\"to\":\"" + "b".repeat(65)
                        + "\",\"description\":{\"type\":\"offer\",\"sdp\":\"v\"}}",
                "{\"type\":\"description\",\"to\":\"bob\",\"description\":{\"type\":\"offer\",\"sdp\":\""
                        + "v".repeat(60_001) + "\"}}",
                "{\"type\":\"candidate\",\"to\":\"bob\",\"candidate\":{\"candidate\":\"" + "c".repeat(4_097) + "\"}}",
                "{\"type\":\"candidate\",\"to\":\"bob\",\"candidate\":{\"candidate\":\"c\",\"sdpMid\":\""
                        + "0".repeat(257) + "\"}}");
    }

    @ParameterizedTest
    @MethodSource("tooLarge")
    void aFieldBeyondItsBoundIsAnsweredAndForgiven(String text) {
        try (var ada = door.join(Door.newRoom(), "ada")) {

            ada.say(text);

            assertEquals("too-large", ada.next("error").path("code").textValue());
            assertStillThere(ada);
        }
    }

    @Test
    void theLargestDescriptionPasses() {
        var room = Door.newRoom();
        try (var ada = door.join(room, "ada");
                var bob = door.join(room, "bob")) {
            ada.next("peer-joined");

            ada.offer("bob", "v".repeat(60_000));

            assertEquals(
                    60_000,
                    bob.next("description")
                            .path("description")
                            .path("sdp")
                            .textValue()
                            .length());
        }
    }

    @Test
    void aFrameOfMoreThan64KibClosesTheSocket() {
        try (var ada = door.join(Door.newRoom(), "ada")) {

            ada.say("x".repeat(65 * 1024));

            assertEquals(1009, ada.closeCode());
        }
    }

    @Test
    void aMessageOfMoreThan64KibInPartsClosesTheSocket() {
        try (var ada = door.join(Door.newRoom(), "ada")) {

            ada.sayPart("x".repeat(40_000), false);
            ada.sayPart("x".repeat(40_000), true);

            assertEquals(1009, ada.closeCode());
        }
    }

    @Test
    void aMessageInPartsIsOneMessage() {
        var room = Door.newRoom();
        try (var ada = door.join(room, "ada");
                var bob = door.join(room, "bob")) {
            ada.next("peer-joined");

            ada.sayPart("{\"type\":\"chat\",", false);
            ada.sayPart("\"text\":\"in parts\"}", true);

            assertEquals("in parts", bob.next("chat").path("text").textValue());
        }
    }

    private static void assertStillThere(TestPeer peer) {
        peer.offer("nobody", "v=0");
        assertEquals("unknown-peer", peer.next("error").path("code").textValue());
    }
}
