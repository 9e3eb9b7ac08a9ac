package dev.stoa.signaling.socket;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.stoa.signaling.rig.Door;
import dev.stoa.signaling.rig.Surroundings;
import dev.stoa.signaling.rig.TestStream;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.http.HttpResponse;
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
    @ValueSource(strings = {"", "{", "{}", "null", "[1]", "[null]", "[{\"type\":\"dance\"}]", "[[[[[[[[[[[[[[[[[[[[[]"})
    void aBodyThatIsNoBatchIsABadRequest(String body) {
        problem(TestStream.post(door.port(), SESSION, "0", body), 400);
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
