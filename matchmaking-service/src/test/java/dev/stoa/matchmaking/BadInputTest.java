package dev.stoa.matchmaking;

import static dev.stoa.matchmaking.support.ProblemCheck.problem;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stoa.matchmaking.support.Person;
import dev.stoa.matchmaking.support.TestWorld;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever comes in, the answer is a problem that says what to do, and never the service's own failure. */
@QuarkusTest
@WithTestResource(TestWorld.class)
class BadInputTest {

    private static final String DEEP = "[".repeat(3_000) + "]".repeat(3_000);

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

    @ParameterizedTest
    @CsvSource({
        "field, 9999",
        "field, 6",
        "field, 06130",
        "field, abcd",
        "field, ''",
        "field, 06 3",
        "field, '{mm}'",
        "problem, ''",
        "problem, '   '"
    })
    void aFieldThatMakesNoSenseIsNamed(String name, String value) {
        Map<String, Object> body = new HashMap<>(Map.of("field", "0613", "problem", "x"));
        body.put(name, value);

        problem(ada.post("/tickets", body), 400).body("violations.field", hasItem(equalTo(name)));
    }

    @Test
    void textsAreBounded() {
        problem(ada.post("/tickets", Map.of("field", "0613", "problem", "x".repeat(501))), 400)
                .body("violations.field", hasItem(equalTo("problem")));
        problem(ada.post("/tickets", Map.of("field", "0613", "problem", "bell \u0007")), 400);
        problem(ada.post("/tickets", Map.of("field", "0613", "problem", "nul \u0000")), 400);
        problem(ada.post("/tickets", Map.of("problem", "no field")), 400);
        problem(ada.post("/tickets", Map.of("field", "0613")), 400);
    }

    @Test
    void languagesAreKnownOnes() {
        for (Object languages : List.of(
                List.of(),
                List.of("xx"),
                List.of("EN"),
                List.of("eng"),
                List.of("en", ""),
                Collections.nCopies(9, "en"),
                List.of("e:"))) {
            problem(ada.post("/tickets", Map.of("field", "0613", "problem", "x", "languages", languages)), 400)
                    .body("violations.field[0]", startsWith("languages"));
            problem(ada.put("/availability", Map.of("fields", List.of("0613"), "languages", languages)), 400);
        }
    }

    @Test
    void availableFieldsAreBounded() {
        problem(ada.put("/availability", Map.of("fields", List.of())), 400);
        problem(ada.put("/availability", Map.of("fields", Collections.nCopies(31, "0613"))), 400);
        problem(ada.put("/availability", Map.of("fields", List.of("0613", "x"))), 400);
        problem(ada.put("/availability", Map.of()), 400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/tickets/x",
                "/tickets/tkt_",
                "/tickets/tkt_short",
                "/tickets/tkt_{mm}:log00000000000000",
                "/tickets/mch_aaaaaaaaaaaaaaaaaaaaaa",
                "/tickets/tkt_aaaaaaaaaaaaaaaaaaaaaa",
                "/matches/mch_aaaaaaaaaaaaaaaaaaaaaa",
                "/matches/%00",
                "/tickets/%F0%9F%92%A9",
                "/nowhere",
                "/offers"
            })
    void whatDoesNotExistIsNotFound(String path) {
        problem(
                ada.request()
                        .urlEncodingEnabled(false)
                        .get(path.replace("{", "%7B").replace("}", "%7D"))
                        .then(),
                404);
    }

    @Test
    void unknownOffersAndMatchesAreNotFound() {
        String id = "a".repeat(22);
        problem(ada.post("/offers/ofr_" + id + "/accept"), 404);
        problem(ada.post("/offers/ofr_" + id + "/decline"), 404);
        problem(ada.post("/offers/x/accept"), 404);
        problem(ada.post("/matches/mch_" + id + "/leave"), 404);
        problem(ada.post("/matches/mch_" + id + "/pass", Map.of("nonce", id)), 404);
        problem(ada.post("/tickets/tkt_" + id + "/cancel"), 404);
        problem(ada.post("/availability/renew"), 404).body("type", equalTo("/problems/not-available"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "short", "with spaces in it, long enough", "äöüäöüäöüäöüäöüäöüäöüäöü"})
    void aNonceIsLettersAndDigits(String nonce) {
        problem(ada.post("/matches/mch_" + "a".repeat(22) + "/pass", Map.of("nonce", nonce)), 400);
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

    @Test
    void problemsNameTheRequestAndSayWhatToDo() {
        problem(ada.get("/tickets/x"), 404)
                .body("instance", equalTo("/api/matchmaking/v1/tickets/x"))
                .body("detail", containsString("GET /standing"));
    }
}
