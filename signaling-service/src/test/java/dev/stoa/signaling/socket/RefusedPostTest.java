package dev.stoa.signaling.socket;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.stoa.signaling.rig.Door;
import dev.stoa.signaling.rig.Surroundings;
import dev.stoa.signaling.rig.TestStream;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is refused of what is posted, and how. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class RefusedPostTest {

    private static final String SESSION = "room.ada.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

    @Inject
    Door door;

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{}", "null", "[[[[[[[[[[[[[[[[[[[[[]"})
    void aBodyThatIsNoBatchIsABadRequest(String body) {
        problem(TestStream.post(door.port(), SESSION, "0", body), 400);
    }

    @Test
    void aMessageThatCannotBeReadIsRefusedByItself() {
        var room = Door.newRoom();
        try (var bob = door.join(room, "bob");
                var ada =
                        TestStream.open(door.port(), door.port(), door.printer().pass(room, "ada"))) {
            var session = ada.next("welcome").path("session").textValue();
            bob.next("peer-joined");
            var messages = """
                    [{"type":"chat","n":1,"text":"one"},{"type":"dance","id":"c2","n":2},null,1,{"type":"chat","n":3,"text":"three"},
                     {"type":"dance","n":5}]""";

            var answer = TestStream.post(door.port(), session, "2", messages);

            assertEquals(200, answer.statusCode());
            var receipt = new JsonObject(answer.body());
            assertEquals(3, receipt.getInteger("received"));
            assertEquals(
                    List.of(
                            "unknown-type c2 2",
                            "bad-message null null",
                            "bad-message null null",
                            "out-of-order null 5"),
                    receipt.getJsonArray("errors").stream()
                            .map(JsonObject.class::cast)
                            .map(error -> error.getString("code") + " " + error.getString("ref") + " "
                                    + error.getInteger("n"))
                            .toList());
            assertEquals("one", bob.next("chat").path("text").textValue());
            assertEquals("three", bob.next("chat").path("text").textValue());
        }
    }

    @Test
    void aBatchThatIsTooLongIsRefused() {
        problem(
                TestStream.post(
                        door.port(), SESSION, "0", "[" + "{\"type\":\"leave\"},".repeat(32) + "{\"type\":\"leave\"}]"),
                400);
        problem(TestStream.post(door.port(), SESSION, "0", "[\"" + "x".repeat(300_000) + "\"]"), 413);
    }

    @Test
    void aNumberThatIsNoneIsABadRequest() {
        problem(TestStream.post(door.port(), SESSION, "-1", "[]"), 400);
    }

    @Test
    void whoHasNoSessionMayNotPost() {
        problem(TestStream.post(door.port(), SESSION, "0", "[]"), 404);
        problem(TestStream.post(door.port(), "nonsense", "0", "[]"), 401);
    }

    private static void problem(HttpResponse<String> response, int status) {
        assertEquals(status, response.statusCode(), response.body());
        assertEquals(
                "application/problem+json",
                response.headers().firstValue("Content-Type").orElse(""));
    }
}
