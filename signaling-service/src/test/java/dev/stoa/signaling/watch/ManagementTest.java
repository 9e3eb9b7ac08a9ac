package dev.stoa.signaling.watch;

import static org.awaitility.Awaitility.await;
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
class ManagementTest {

    @Inject
    Door door;

    @Test
    void readinessNamesWhatItDependsOn() {
        var ready = await().until(() -> door.ask("/q/health/ready"), answer -> answer.startsWith("200"));

        for (var part : List.of("redis-scripts", "redis-subscriptions", "pass-keys")) {
            assertTrue(ready.contains(part), ready);
        }
    }

    @Test
    void theFiguresCountWhatHappens() {
        var room = Door.newRoom();
        try (var ada = door.join(room, "ada");
                var bob = door.join(room, "bob")) {
            ada.next("peer-joined");
            ada.offer("nobody", "v=0");
            ada.next("error");
            ada.chat("hi");
            bob.next("chat");
            bob.say("{\"type\":\"leave\"}");
            bob.closeCode();
            TestPeer.knock(door.port(), "https://evil.test", "stoa.v1");

            for (var line : List.of(
                    "stoa_signaling_sockets ",
                    "stoa_signaling_rooms ",
                    "stoa_signaling_relay_seconds_bucket{le=\"0.005\"}",
                    "stoa_signaling_relay_seconds_count",
                    "stoa_signaling_joins_total ",
                    "stoa_signaling_drops_total{reason=\"unknown-peer\"}",
                    "stoa_signaling_closes_total{code=\"1000\",reason=\"left\"}",
                    "stoa_signaling_refusals_total{reason=\"origin\"}")) {
                await(line).until(() -> door.ask("/q/metrics").contains(line));
            }
        }
    }

    @Test
    void thePublicDoorShowsNoneOfIt() {
        for (var path : List.of("/q/health", "/q/metrics", "/api/signaling/q/health")) {
            assertTrue(Door.ask(door.port(), path).startsWith("404"));
        }
    }
}
