package dev.stoa.signaling.room;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stoa.signaling.rig.Door;
import dev.stoa.signaling.rig.Surroundings;
import dev.stoa.signaling.rig.TestPeer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.redis.client.Command;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class OutageTest {

    @Inject
    Door door;

    @Test
    void nothingIsLostOrDoubledWhenTheSubscriptionConnectionIsCut() {
        var room = Door.newRoom();
        try (var ada = door.join(room, "ada");
                var bob = door.join(room, "bob");
                var redis = door.redis()) {
            ada.next("peer-joined");

            for (var i = 0; i < 180; i++) {
                ada.chat("m" + i);
                if (i % 40 == 20) {
                    redis.run(Command.CLIENT, "KILL", "TYPE", "pubsub");
                }
            }

            assertEquals(names(180), texts(bob, 180));
            assertEquals(List.of(), ada.rest());
        }
    }

    @Test
    void aQuietRoomCatchesUpWhenTheSubscriptionConnectionIsBack() {
        var room = Door.newRoom();
        try (var ada = door.join(room, "ada");
                var bob = door.join(room, "bob");
                var redis = door.redis()) {
            ada.next("peer-joined");

            redis.run(Command.CLIENT, "KILL", "TYPE", "pubsub");
            ada.chat("only one");

            assertEquals(List.of("only one"), texts(bob, 1));
        }
    }

    @Test
    void whatIsNotTakenInIsSaidWhenTheScriptConnectionIsCut() {
        var room = Door.newRoom();
        try (var ada = door.join(room, "ada");
                var bob = door.join(room, "bob");
                var redis = door.redis()) {
            ada.next("peer-joined");

            for (var i = 0; i < 180; i++) {
                ada.chat("m" + i);
                if (i % 40 == 20) {
                    redis.run(Command.CLIENT, "KILL", "TYPE", "normal");
                }
            }

            var heard = new ArrayList<String>();
            var refused = new HashSet<String>();
            await().untilAsserted(() -> {
                ada.take("error").forEach(error -> refused.add(error.path("ref").textValue()));
                bob.take("chat").forEach(chat -> heard.add(chat.path("text").textValue()));
                var known = new HashSet<>(heard);
                known.addAll(refused);
                assertEquals(new HashSet<>(names(180)), known);
            });
            assertEquals(heard.stream().distinct().toList(), heard);
            assertEquals(
                    heard.stream()
                            .sorted(Comparator.comparingInt(OutageTest::number))
                            .toList(),
                    heard);
        }
    }

    @Test
    void whileRedisIsSilentMessagesAreRefusedAndNobodyIsThrownOut() {
        var room = Door.newRoom();
        try (var ada = door.join(room, "ada");
                var bob = door.join(room, "bob");
                var redis = door.redis()) {
            ada.next("peer-joined");
            var pid = redis.pause();
            try {

                ada.chat("into the void");

                var error = ada.next("error");
                assertEquals("unavailable", error.path("code").textValue());
                assertEquals("into the void", error.path("ref").textValue());
                await().until(() -> door.ask("/q/health/ready").startsWith("503"));
                assertTrue(door.ask("/q/health/live").startsWith("200"));
                try (var late = TestPeer.open(door.port(), door.printer().pass(room, "late"))) {
                    assertEquals(1013, late.closeCode());
                }
            } finally {
                redis.resume(pid);
            }

            await("readiness").until(() -> door.ask("/q/health/ready").startsWith("200"));
            ada.chat("back");
            var chats = new ArrayList<String>();
            await().until(() -> {
                bob.take("chat").forEach(chat -> chats.add(chat.path("text").textValue()));
                return chats.contains("back");
            });
            assertFalse(ada.isClosed());
            assertFalse(bob.isClosed());
        }
    }

    private static List<String> names(int count) {
        return IntStream.range(0, count).mapToObj(i -> "m" + i).toList();
    }

    private static int number(String name) {
        return Integer.parseInt(name.substring(1));
    }

    private static List<String> texts(TestPeer peer, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> peer.next("chat"))
                .map((JsonNode chat) -> chat.path("text").textValue())
                .toList();
    }
}
