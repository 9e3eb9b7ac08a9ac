package dev.stoa.matchmaking.meeting.events;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.stoa.matchmaking.queue.EventId;
import dev.stoa.matchmaking.queue.LogEntry;
import dev.stoa.matchmaking.support.Person;
import dev.stoa.matchmaking.support.TestWorld;
import dev.stoa.matchmaking.support.Watcher;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(TestWorld.class)
class SlowReaderTest {

    private static final String LARGE = "{\"type\":\"ticket\",\"x\":\"" + "x".repeat(65_536) + "\"}";

    /** As the test's world has it. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    @Inject
    Streams streams;

    @Test
    void aReaderThatTakesNothingIsCutAndOthersAreNotHarmed() throws Exception {
        Person bob = Person.named("Bob");
        try (Watcher fast = Watcher.of(bob);
                Socket slow = open(bob)) {
            tellMuch(bob);

            await().atMost(Duration.ofSeconds(10)).until(() -> streams.count(bob.account()) == 1);

            await().atMost(Duration.ofSeconds(10)).until(() -> fast.events().size() == 201);
            assertEquals("9000000000000-200", fast.lastId());
        }
    }

    @Test
    void theConnectionOfALateReaderWhoseStreamHasEndedServesOthers() throws Exception {
        Person bob = Person.named("Bob");
        try (Watcher fast = Watcher.of(bob);
                Socket slow = open(bob)) {
            slow.setSoTimeout(20_000);
            InputStream in = new BufferedInputStream(slow.getInputStream(), LARGE.length());
            tellMuch(bob);
            await().atMost(Duration.ofSeconds(10)).until(() -> fast.events().size() == 201);

            streams.end(bob.account());
            readUntil(in, "\r\n0\r\n\r\n");

            await().pollInterval(Duration.ofMillis(250))
                    .during(PATIENCE.plusMillis(500))
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> {
                        slow.getOutputStream()
                                .write(("GET " + Person.BASE + "/standing HTTP/1.1\r\nHost: localhost\r\n\r\n")
                                        .getBytes(StandardCharsets.US_ASCII));
                        return readUntil(in, "}").startsWith("HTTP/1.1 401");
                    });
        }
    }

    private void tellMuch(Person person) {
        for (int i = 1; i <= 200; i++) {
            streams.tell(
                    new LogEntry.Told(new EventId(9_000_000_000_000L, i), person.account(), "ticket", LARGE, null));
        }
    }

    private static String readUntil(InputStream in, String end) throws IOException {
        StringBuilder read = new StringBuilder();
        while (read.indexOf(end, read.length() - end.length()) < 0) {
            int next = in.read();
            assertNotEquals(-1, next, "the connection ended");
            read.append((char) next);
            if (read.length() > LARGE.length()) {
                read.delete(0, read.length() - end.length());
            }
        }
        return read.toString();
    }

    /** Opens a stream and never reads more of it than its beginning. */
    private Socket open(Person person) throws IOException {
        Socket socket = new Socket("127.0.0.1", RestAssured.port);
        String request = "GET " + Person.BASE + "/events HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                + person.token() + "\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        InputStream in = socket.getInputStream();
        assertEquals("HTTP/1.1 200", new String(in.readNBytes(12), StandardCharsets.US_ASCII));
        await().until(() -> streams.count(person.account()) == 2);
        return socket;
    }
}
