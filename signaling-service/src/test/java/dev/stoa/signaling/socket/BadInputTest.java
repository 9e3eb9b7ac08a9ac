package dev.stoa.signaling.socket;

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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class BadInputTest {

    @Inject
    Door door;

    static List<String> bad() {
        return List.of(
                "",
                " ",
                "{",
                "}",
                "[]",
                "null",
                "42",
                "\"chat\"",
                "{}",
                "{}{}",
                "{\"type\":null}",
                "{\"type\":{}}",
                "{\"type\":[\"chat\"]}",
                "{\"type\":\"chat\"}",
                "{\"type\":\"chat\",\"text\":null}",
                "{\"type\":\"chat\",\"text\":\"\"}",
                "{\"type\":\"chat\",\"text\":5}",
                "{\"type\":\"chat\",\"text\":true}",
                "{\"type\":\"chat\",\"text\":[\"a\"]}",
                "{\"type\":\"chat\",\"text\":{\"a\":1}}",
                "{\"type\":\"chat\",\"text\":\"a\"} trailing",
                "{\"type\":\"chat\",\"id\":7,\"text\":\"a\"}",
                "{\"type\":\"description\",\"to\":\"bob\"}",
                "{\"type\":\"description\",\"to\":\"bob\",\"description\":\"offer\"}",
                "{\"type\":\"description\",\"to\":\"bob\",\"description\":{\"type\":\"offer\"}}",
                "{\"type\":\"description\",\"to\":\"bob\",\"description\":{\"type\":\"OFFER\",\"sdp\":\"v\"}}",
                "{\"type\":\"description\",\"to\":\"bob\",\"description\":{\"type\":0,\"sdp\":\"v\"}}",
                "{\"type\":\"description\",\"to\":\"\",\"description\":{\"type\":\"offer\",\"sdp\":\"v\"}}",
                "{\"type\":\"description\",\"to\":[],\"description\":{\"type\":\"offer\",\"sdp\":\"v\"}}",
                "{\"type\":\"candidate\",\"to\":\"bob\"}",
                "{\"type\":\"candidate\",\"to\":\"bob\",\"candidate\":{}}",
                "{\"type\":\"candidate\",\"to\":\"bob\",\"candidate\":\"candidate:1\"}",
                "{\"type\":\"candidate\",\"to\":\"bob\",\"candidate\":{\"candidate\":\"c\",\"sdpMLineIndex\":-1}}",
                "{\"type\":\"candidate\",\"to\":\"bob\",\"candidate\":{\"candidate\":\"c\",\"sdpMLineIndex\":1.5}}",
                "{\"type\":\"candidate\",\"to\":\"bob\",\"candidate\":{\"candidate\":\"c\",\"sdpMLineIndex\":\"0\"}}",
                "{\"type\":\"candidate\",\"to\":\"bob\",\"candidate\":{\"candidate\":\"c\",\"sdpMLineIndex\":1e99}}",
                "{\"type\":\"chat\",\"text\":\"\u0000\"}",
                "[".repeat(30_000),
                "{\"type\":\"chat\",\"text\":\"a\",\"deep\":" + "[".repeat(20_000) + "]".repeat(20_000) + "}",
                "{\"a\":".repeat(5_000) + "1" + "}".repeat(5_000),
                "{\"type\":\"chat\",\"text\":\"a\",\"number\":" + "9".repeat(30_000) + "}");
    }

    @ParameterizedTest
    @MethodSource("bad")
    void whatIsNoMessageIsAnsweredAndForgiven(String text) {
        try (var ada = door.join(Door.newRoom(), "ada")) {

            ada.say(text);

            assertEquals("bad-message", ada.next("error").path("code").textValue());
            assertStillThere(ada);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"welcome", "peer-left", "hello", "java.lang.String", "Chat", ""})
    void anUnknownTypeIsAnsweredWithTheIdAndForgiven(String type) {
        try (var ada = door.join(Door.newRoom(), "ada")) {

            ada.say("{\"id\":\"c9\",\"type\":\"" + type + "\"}");

            var error = ada.next("error");
            assertEquals("unknown-type", error.path("code").textValue());
            assertEquals("c9", error.path("ref").textValue());
            assertStillThere(ada);
        }
    }

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
    void unknownFieldsAreIgnored() {
        var room = Door.newRoom();
        try (var ada = door.join(room, "ada");
                var bob = door.join(room, "bob")) {
            ada.next("peer-joined");

            ada.say("{\"type\":\"chat\",\"text\":\"hi\",\"colour\":{\"r\":1},\"from\":\"bob\"}");

            var chat = bob.next("chat");
            assertEquals("ada", chat.path("from").textValue());
            assertFalse(chat.has("colour"));
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

    @Test
    void aBinaryFrameIsAnsweredAndForgiven() {
        try (var ada = door.join(Door.newRoom(), "ada")) {

            ada.sayBinary(new byte[] {1, 2, 3});

            assertEquals("bad-message", ada.next("error").path("code").textValue());
            assertStillThere(ada);
        }
    }

    @Test
    void theTwentyFirstBadMessageClosesTheSocket() {
        var room = Door.newRoom();
        try (var ada = door.join(room, "ada");
                var bob = door.join(room, "bob")) {
            ada.next("peer-joined");

            for (var i = 0; i < 21; i++) {
                ada.say("nonsense");
            }

            for (var i = 0; i < 20; i++) {
                ada.next("error");
            }
            assertEquals(4400, ada.closeCode());
            assertEquals("removed", bob.next("peer-left").path("reason").textValue());
        }
    }

    @Test
    void aFloodIsAnsweredThenCutAndOthersAreUnharmed() {
        var room = Door.newRoom();
        try (var ada = door.join(room, "ada");
                var bob = door.join(room, "bob");
                var cleo = door.join(Door.newRoom(), "cleo")) {
            ada.next("peer-joined");

            var sent = 0;
            while (!ada.isClosed() && sent < 5_000) {
                try {
                    ada.chat("flood" + sent++);
                } catch (java.util.concurrent.CompletionException closed) {
                    break;
                }
            }

            assertEquals(4429, ada.closeCode());
            var error = ada.next("error");
            assertEquals("rate-limited", error.path("code").textValue());
            assertTrue(error.path("ref").textValue().startsWith("flood"));
            var heard = 0;
            while (bob.next().path("type").textValue().equals("chat")) {
                heard++;
            }
            assertTrue(heard >= 200 && heard < 400, "heard " + heard);
            assertStillThere(cleo);
        }
    }

    @Test
    void aBurstOfCandidatesPasses() {
        var room = Door.newRoom();
        try (var ada = door.join(room, "ada");
                var bob = door.join(room, "bob")) {
            ada.next("peer-joined");

            for (var i = 0; i < 190; i++) {
                ada.say("{\"type\":\"candidate\",\"to\":\"bob\",\"candidate\":{\"candidate\":\"c" + i + "\"}}");
            }

            for (var i = 0; i < 190; i++) {
                assertEquals(
                        "c" + i,
                        bob.next("candidate")
                                .path("candidate")
                                .path("candidate")
                                .textValue());
            }
            assertEquals(List.of(), ada.rest());
        }
    }

    private static void assertStillThere(TestPeer peer) {
        peer.offer("nobody", "v=0");
        assertEquals("unknown-peer", peer.next("error").path("code").textValue());
    }
}
