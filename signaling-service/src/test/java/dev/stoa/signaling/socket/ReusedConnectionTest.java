package dev.stoa.signaling.socket;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.awaitility.Awaitility.await;

import dev.stoa.signaling.rig.Door;
import dev.stoa.signaling.rig.Surroundings;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A proxy sends the requests of many pages over one connection, one after the other. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class ReusedConnectionTest {

    /** In which whoever takes no part in closing would be cut. */
    private static final Duration LONG_ENOUGH = Duration.ofMillis(4_500);

    private static final String END_OF_CHUNKS = "\r\n0\r\n\r\n";

    @Inject
    Door door;

    @Test
    void theConnectionOfAStreamThatTheServiceEndedServesOthers() throws Exception {
        var room = Door.newRoom();
        try (var connection = new Socket("127.0.0.1", door.port());
                var redis = door.redis()) {
            connection.setSoTimeout(20_000);
            say(
                    connection,
                    "GET /api/signaling/v1/events",
                    "Authorization: Bearer " + door.printer().pass(room, "ada"));
            readUntil(connection, "\"type\":\"welcome\"");

            redis.endRoom(room);
            readUntil(connection, END_OF_CHUNKS);

            await().pollInterval(Duration.ofMillis(250))
                    .during(LONG_ENOUGH)
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> {
                        say(connection, "GET /api/signaling/nothing", "Accept: */*");
                        return readUntil(connection, "}").startsWith("HTTP/1.1 404");
                    });
        }
    }

    private static void say(Socket connection, String request, String header) throws IOException {
        var text = request + " HTTP/1.1\r\nHost: localhost\r\n" + header + "\r\n\r\n";
        connection.getOutputStream().write(text.getBytes(US_ASCII));
    }

    private static String readUntil(Socket connection, String end) {
        var read = new StringBuilder();
        try {
            var in = connection.getInputStream();
            while (read.indexOf(end) < 0) {
                var next = in.read();
                if (next < 0) {
                    throw new AssertionError("the connection ended after " + read);
                }
                read.append((char) next);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the connection broke after " + read, e);
        }
        return read.toString();
    }
}
