package dev.stoa.signaling.socket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

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
                "{\"type\":\"description\",\"to\":\"*\",\"description\":{\"type\":\"offer\",\"sdp\":\"v\"}}",
                "{\"type\":\"candidate\",\"to\":\"*\",\"candidate\":null}",
                "{\"type\":\"candidate\",\"to\":\"bob *\",\"candidate\":null}",
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
    void aBinaryFrameIsAnsweredAndForgiven() {
        try (var ada = door.join(Door.newRoom(), "ada")) {

            ada.sayBinary(new byte[] {1, 2, 3});

            assertEquals("bad-message", ada.next("error").path("code").textValue());
            assertStillThere(ada);
        }
    }

    private static void assertStillThere(TestPeer peer) {
        peer.offer("nobody", "v=0");
        assertEquals("unknown-peer", peer.next("error").path("code").textValue());
    }
}
