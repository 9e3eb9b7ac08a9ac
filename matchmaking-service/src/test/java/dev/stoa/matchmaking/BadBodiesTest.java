package dev.stoa.matchmaking;

import static dev.stoa.matchmaking.support.ProblemCheck.problem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stoa.matchmaking.support.Person;
import dev.stoa.matchmaking.support.TestWorld;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.ByteArrayInputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Bodies that are broken, too large or of the wrong kind, and what the service makes of them. */
@QuarkusTest
@WithTestResource(TestWorld.class)
class BadBodiesTest {

    /** A little deeper than Jackson reads; what REST Assured notes of a request for its messages grows with the square of this. */
    private static final int DEPTH = 1_100;

    private static final String DEEP = "[".repeat(DEPTH) + "]".repeat(DEPTH);

    private final Person ada = Person.named("Ada");

    static List<String> brokenBodies() {
        return List.of(
                "",
                "null",
                "{",
                "[]",
                "\"text\"",
                "42",
                "{\"field\":{\"code\":\"0613\"},\"problem\":\"x\"}",
                "{\"field\":[\"0613\"],\"problem\":\"x\"}",
                "{\"field\":\"0613\",\"problem\":\"x\",\"languages\":\"en\"}",
                "{\"field\":\"0613\",\"problem\":\"x\",\"languages\":{\"a\":1}}",
                "{\"field\":\"0613\",\"problem\":\"x\",\"languages\":" + DEEP + "}",
                "{\"nonce\":[" + DEEP + "]}",
                "{\"field\":\"0613\",\"problem\":\"\\ud800\",\"languages\":[\"en\"}",
                "{\"field\":\"0613\",,}",
                "\u0000\u0001\u0002",
                "{\"fields\":[[\"0613\"]]}",
                "{\"fields\":[null]}",
                "{\"fields\":{}}");
    }

    @ParameterizedTest
    @MethodSource("brokenBodies")
    void aBrokenBodyIsAProblem(String body) {
        problem(ada.request().body(body).post("/tickets").then(), 400);
        problem(ada.request().body(body).put("/availability").then(), 400);
        problem(
                ada.request()
                        .body(body)
                        .post("/matches/mch_" + "a".repeat(22) + "/pass")
                        .then(),
                400);
    }

    @Test
    void otherContentTypesAndMethodsAreRefused() {
        problem(
                ada.request()
                        .contentType("text/plain")
                        .body("x")
                        .post("/tickets")
                        .then(),
                415);
        problem(
                ada.request()
                        .contentType("application/xml")
                        .body("<x/>")
                        .put("/availability")
                        .then(),
                415);
        problem(ada.request().delete("/tickets").then(), 405);
        problem(ada.request().accept("image/png").get("/standing").then(), 406);
    }

    @Test
    void aHugeBodyIsTooLarge() {
        problem(ada.request().body("x".repeat(100_000)).post("/tickets").then(), 413);
    }

    @Test
    void theAnswerToAHugeBodyReachesWhoStillSendsIt() throws Exception {
        String head = """
                POST %s/tickets HTTP/1.1\r
                Host: localhost\r
                Authorization: Bearer %s\r
                Content-Type: application/json\r
                Content-Length: 900000\r
                \r
                """.formatted(Person.BASE, ada.token());

        try (Socket socket = new Socket("127.0.0.1", RestAssured.port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            for (int piece = 0; piece < 900; piece++) {
                socket.getOutputStream().write(new byte[1_000]);
            }
            String status = new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);

            assertEquals("HTTP/1.1 413", status);
        }
    }

    @Test
    void aBodyThatDoesNotSayItsLengthIsRefused() throws Exception {
        byte[] body = "x".repeat(100_000).getBytes(StandardCharsets.US_ASCII);
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + RestAssured.port + Person.BASE + "/tickets"))
                .header("Authorization", "Bearer " + ada.token())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)))
                .build();

        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            assertEquals(411, response.statusCode());
            assertTrue(response.body().contains("/problems/length-required"), response.body());
        }
    }
}
