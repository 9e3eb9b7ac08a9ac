package dev.stoa.matchmaking;

import static dev.stoa.matchmaking.support.ProblemCheck.problem;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;

import dev.stoa.matchmaking.support.Person;
import dev.stoa.matchmaking.support.Receiver;
import dev.stoa.matchmaking.support.TestIntegrator;
import dev.stoa.matchmaking.support.TestWorld;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever comes in, the answer is a problem that says what to do, and never the service's own failure. */
@QuarkusTest
@WithTestResource(TestWorld.class)
class BadInputTest {

    private final Person ada = Person.named("Ada");

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
    @ValueSource(strings = {"%00", "x", "whk_%00", "whk_%00aaaaaaaaaaaaaaaaaaaaa", "evt_%00aaaaaaaaaaaaaaaaaaaaa"})
    void noWebhookAndNoDeliveryHasAnIdThatDoesNotFit(String id) {
        TestIntegrator school = TestIntegrator.with("webhooks");
        Map<String, Object> since = Map.of("since", "2026-01-01T00:00:00Z");
        List<String> paths = List.of("/webhooks/" + id, "/webhooks/" + id + "/deliveries");
        paths.forEach(path -> problem(raw(school).get(path).then(), 404));
        problem(raw(school).delete("/webhooks/" + id).then(), 404);
        problem(
                raw(school)
                        .header("If-Match", "\"1\"")
                        .body(Map.of("enabled", false))
                        .patch("/webhooks/" + id)
                        .then(),
                404);
        problem(raw(school).post("/webhooks/" + id + "/rotate").then(), 404);
        problem(raw(school).post("/webhooks/" + id + "/test").then(), 404);
        problem(raw(school).body(since).post("/webhooks/" + id + "/replay").then(), 404);
        try (Receiver receiver = new Receiver()) {
            String own = "/webhooks/" + school.webhook(receiver).getString("id") + "/deliveries/" + id;
            problem(raw(school).get(own).then(), 404);
            problem(raw(school).post(own + "/replay").then(), 404);
        }
    }

    private static RequestSpecification raw(TestIntegrator integrator) {
        return integrator.request().urlEncodingEnabled(false);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "short", "with spaces in it, long enough", "äöüäöüäöüäöüäöüäöüäöüäöü"})
    void aNonceIsLettersAndDigits(String nonce) {
        problem(ada.post("/matches/mch_" + "a".repeat(22) + "/pass", Map.of("nonce", nonce)), 400);
    }

    @Test
    void problemsNameTheRequestAndSayWhatToDo() {
        problem(ada.get("/tickets/x"), 404)
                .body("instance", equalTo("/api/matchmaking/v1/tickets/x"))
                .body("detail", containsString("GET /standing"));
    }
}
