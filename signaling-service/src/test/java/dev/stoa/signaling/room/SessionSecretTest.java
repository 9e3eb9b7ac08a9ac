package dev.stoa.signaling.room;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stoa.signaling.rig.Door;
import dev.stoa.signaling.rig.Surroundings;
import dev.stoa.signaling.rig.TestPeer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.redis.client.Command;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nobody but the page itself comes back with its session. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class SessionSecretTest {

    @Inject
    Door door;

    @Test
    void aForgedSessionIsNotResumed() {
        var room = Door.newRoom();
        try (var ada = TestPeer.open(door.port(), door.printer().pass(room, "ada"))) {
            var welcome = ada.next("welcome");
            var session = welcome.path("session").textValue();
            var forged = session.substring(0, session.length() - 32) + "A".repeat(32);
            var word = "stoa.resume.%s.1.%s".formatted(welcome.path("epoch").textValue(), forged);

            try (var thief = TestPeer.openWith(door.port(), "stoa.v1", word)) {
                assertEquals(4404, thief.closeCode());
            }
            assertTrue(!ada.isClosed());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "stoa.resume.",
                "stoa.resume.epoch.1",
                "stoa.resume.epoch.-1.room.ada.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "stoa.resume.epoch.99999999999999999999.room.ada.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "stoa.resume.epoch.1.room.ada.short",
                "stoa.resume.epoch.1..ada.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
            })
    void whatIsNoSessionIsRefusedAtTheDoor(String word) {
        assertEquals(401, TestPeer.knock(door.port(), TestPeer.ORIGIN, "stoa.v1", word));
    }

    @Test
    void theSessionsSecretIsNotInRedis() {
        var room = Door.newRoom();
        try (var ada = TestPeer.open(door.port(), door.printer().pass(room, "ada"));
                var redis = door.redis()) {
            var session = ada.next("welcome").path("session").textValue();
            var secret = session.substring(session.length() - 32);

            assertTrue(!redis.run(Command.HGETALL, "sig:{" + room + "}:peers")
                    .toString()
                    .contains(secret));
        }
    }
}
