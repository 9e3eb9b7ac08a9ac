package dev.stoa.signaling.socket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stoa.signaling.rig.Door;
import dev.stoa.signaling.rig.Surroundings;
import dev.stoa.signaling.rig.TestPeer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class FloodTest {

    @Inject
    Door door;

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
