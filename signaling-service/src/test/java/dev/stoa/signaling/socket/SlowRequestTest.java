package dev.stoa.signaling.socket;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stoa.signaling.rig.Door;
import dev.stoa.signaling.rig.Dribble;
import dev.stoa.signaling.rig.Surroundings;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** A request has 2 s here until it is there whole, and a connection that is idle after one 6 s. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class SlowRequestTest {

    private static final Duration AT_LEAST = Duration.ofMillis(1_500);
    /** What is promised of whoever is slow, whatever else the machine has to do. */
    private static final Duration AT_MOST = Duration.ofSeconds(10);

    private static final String WHOLE = "GET /nothing HTTP/1.1\r\nHost: localhost\r\n\r\n";

    /** What goes on byte by byte then: an upgrade, the body of a request, and an upgrade after a whole request. */
    private static final List<String> BEGINNINGS = List.of(
            Dribble.UPGRADE,
            "POST /api/signaling/v1/messages HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n\r\n",
            WHOLE + Dribble.UPGRADE);

    private static final Duration LONGER_THAN_A_REQUEST = Duration.ofMillis(2_300);

    @Inject
    Door door;

    @Test
    void whatComesByteByByteIsCutAndOthersGoOn() throws Exception {
        var room = Door.newRoom();
        try (var ada = door.join(room, "ada");
                var bob = door.join(room, "bob");
                var attackers = Executors.newVirtualThreadPerTaskExecutor()) {
            ada.next("peer-joined");

            var lasted = new LinkedHashMap<String, Future<Duration>>();
            for (var beginning : BEGINNINGS) {
                var dribble = Dribble.of(door.port(), beginning, Dribble.NEVER_ENDING);
                lasted.put(beginning, attackers.submit(() -> dribble.untilCut(AT_MOST)));
            }
            for (var each : lasted.entrySet()) {
                assertTrue(isInTime(each.getValue().get()), each.toString());
            }

            bob.chat("still here");
            assertEquals("still here", ada.next("chat").path("text").textValue());
        }
    }

    @Test
    void aConnectionMayBeIdleBetweenItsRequestsForLonger() throws Exception {
        var request = WHOLE.getBytes(StandardCharsets.US_ASCII);
        try (var socket = new Socket("127.0.0.1", door.port())) {
            socket.getOutputStream().write(request);
            assertEquals('H', socket.getInputStream().read());
            var answeredAt = System.nanoTime();
            await().until(() -> System.nanoTime() - answeredAt > LONGER_THAN_A_REQUEST.toNanos());
            socket.getInputStream().skipNBytes(socket.getInputStream().available());

            socket.getOutputStream().write(request);

            assertEquals('H', socket.getInputStream().read());
        }
    }

    private static boolean isInTime(Duration lasted) {
        return lasted.compareTo(AT_LEAST) > 0 && lasted.compareTo(AT_MOST) < 0;
    }
}
