package dev.stoa.signaling.socket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stoa.signaling.rig.Door;
import dev.stoa.signaling.rig.Surroundings;
import dev.stoa.signaling.rig.TestPeer;
import dev.stoa.signaling.rig.TestStream;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

/** Whoever posts more than is allowed is refused at once. From one address 200 sessions that are not known may post here. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class PostLimitTest {

    private static final String NOBODY = "room.nobody.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
    /** Above what is allowed at once, and what is added to it while that is sent. */
    private static final int MANY = 5_000;

    @Inject
    Door door;

    @Test
    void whoShowsASessionThatIsNoneIsCountedByItsAddress() throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            var refused = untilRefused(http, NOBODY, "192.0.2.201");

            assertEquals("1", refused.headers().firstValue("Retry-After").orElse(""));
            assertEquals(404, post(http, NOBODY, "192.0.2.202").statusCode());
        }
    }

    @Test
    void anEmptyBatchIsCountedAsAMessage() throws Exception {
        var room = Door.newRoom();
        try (var http = HttpClient.newHttpClient();
                var ada =
                        TestStream.open(door.port(), door.port(), door.printer().pass(room, "ada"))) {
            var session = ada.next("welcome").path("session").textValue();

            var refused = untilRefused(http, session, "192.0.2.203");

            assertEquals("1", refused.headers().firstValue("Retry-After").orElse(""));
        }
    }

    @Test
    void aSessionThatIsKnownIsNotCountedByItsAddress() throws Exception {
        var room = Door.newRoom();
        try (var http = HttpClient.newHttpClient();
                var ada =
                        TestStream.open(door.port(), door.port(), door.printer().pass(room, "ada"))) {
            var session = ada.next("welcome").path("session").textValue();
            assertEquals(200, post(http, session, "192.0.2.204").statusCode());
            untilRefused(http, NOBODY, "192.0.2.204");

            for (var i = 0; i < 20; i++) {
                assertEquals(200, post(http, session, "192.0.2.204").statusCode());
            }
        }
    }

    private HttpResponse<String> untilRefused(HttpClient http, String session, String address) throws Exception {
        for (var i = 0; i < MANY; i++) {
            var response = post(http, session, address);
            if (response.statusCode() == 429) {
                assertTrue(i >= 190, "only " + i);
                return response;
            }
        }
        throw new AssertionError(MANY + " were answered");
    }

    private HttpResponse<String> post(HttpClient http, String session, String address) throws Exception {
        var request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + door.port() + "/api/signaling/v1/messages"))
                .header("Authorization", "Bearer " + session)
                .header("X-Forwarded-For", address)
                .header("Stoa-Seq", "0")
                .header("Content-Type", "application/json")
                .header("Origin", TestPeer.ORIGIN)
                .POST(HttpRequest.BodyPublishers.ofString("[]"))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }
}
