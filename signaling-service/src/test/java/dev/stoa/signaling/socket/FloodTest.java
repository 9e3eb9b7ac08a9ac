package dev.stoa.signaling.socket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stoa.signaling.rig.Door;
import dev.stoa.signaling.rig.Surroundings;
import dev.stoa.signaling.rig.TestPeer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class FloodTest {

    private static final String FLOOD = "{\"type\":\"chat\",\"id\":\"flood%d\",\"text\":\"flood\"}";

    @Inject
    Door door;

    @Test
    void theTwentyFirstBadMessageClosesTheSocket() {
        var room = Door.newRoom();
        try (var ada = door.join(room, "ada");
                var bob = door.join(room, "bob")) {
            ada.next("peer-joined");

            var since = System.nanoTime();
            for (var i = 0; i < 20; i++) {
                ada.say("nonsense");
                ada.next("error");
            }
            ada.say("nonsense");
            // One of twenty is forgiven every three seconds, which a slow machine may well take.
            for (var i = 0; i < secondsSince(since) / 3; i++) {
                sayUnlessClosed(ada, "nonsense");
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

            var since = System.nanoTime();
            for (var sent = 0; !ada.isClosed() && sent < 5_000; sent++) {
                sayUnlessClosed(ada, FLOOD.formatted(sent));
            }
            assertEquals(4429, ada.closeCode());
            var refilled = 50 * (secondsSince(since) + 1);

            var error = ada.next("error");
            assertEquals("rate-limited", error.path("code").textValue());
            assertTrue(error.path("ref").textValue().startsWith("flood"));
            var heard = 0;
            while (bob.next().path("type").textValue().equals("chat")) {
                heard++;
            }
            assertTrue(heard >= 200 && heard <= 200 + refilled, "heard " + heard);
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

    private static long secondsSince(long nanoTime) {
        return Duration.ofNanos(System.nanoTime() - nanoTime).toSeconds();
    }

    private static void sayUnlessClosed(TestPeer peer, String text) {
        try {
            peer.say(text);
        } catch (CompletionException closed) {
            // Between the question and the message; the code says how.
        }
    }

    private static void assertStillThere(TestPeer peer) {
        peer.offer("nobody", "v=0");
        assertEquals("unknown-peer", peer.next("error").path("code").textValue());
    }
}
