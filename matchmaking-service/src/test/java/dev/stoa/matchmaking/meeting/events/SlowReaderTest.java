package dev.stoa.matchmaking.meeting.events;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.stoa.matchmaking.queue.EventId;
import dev.stoa.matchmaking.queue.LogEntry;
import dev.stoa.matchmaking.support.Person;
import dev.stoa.matchmaking.support.TestWorld;
import dev.stoa.matchmaking.support.Watcher;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
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

    @Inject
    Streams streams;

    @Test
    void aReaderThatTakesNothingIsCutAndOthersAreNotHarmed() throws Exception {
        Person bob = Person.named("Bob");
        try (Watcher fast = Watcher.of(bob);
                Socket slow = open(bob)) {
            for (int i = 1; i <= 200; i++) {
                streams.tell(
                        new LogEntry.Told(new EventId(9_000_000_000_000L, i), bob.account(), "ticket", LARGE, null));
            }

            await().atMost(Duration.ofSeconds(10)).until(() -> streams.count(bob.account()) == 1);

            await().atMost(Duration.ofSeconds(10)).until(() -> fast.events().size() == 201);
            assertEquals("9000000000000-200", fast.lastId());
        }
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
