package dev.stoa.matchmaking;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stoa.matchmaking.support.Guest;
import dev.stoa.matchmaking.support.Person;
import dev.stoa.matchmaking.support.ProblemCheck;
import dev.stoa.matchmaking.support.TestWorld;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An administrator's page tries the whole site: both sides of a match that no real person sees. */
@QuarkusTest
@WithTestResource(TestWorld.class)
class SelfTestTest {

    private static final Map<String, String> NONCE = Map.of("nonce", "n".repeat(22));

    private final Person hypatia = Person.named("Hypatia").administrator();

    @Test
    void anAdministratorGetsBothPlacesInTheRoom() {
        JsonPath test = begin();
        Guest learner = new Guest(test.getString("token"));
        assertEquals(true, learner.<Boolean>standing("ticket.sandbox"));
        refused(hypatia.post(passOf(test), NONCE), 409, "self-test-not-matched");

        String match = meet(learner, test);
        JsonPath experts = claims(
                hypatia.post(passOf(test), NONCE).statusCode(200).extract().path("pass"));
        JsonPath learners = claims(learner.post("/matches/" + match + "/pass", NONCE)
                .statusCode(200)
                .extract()
                .path("pass"));
        assertEquals(learners.getString("room"), experts.getString("room"));
        assertEquals(List.of("learner", "expert"), List.of(learners.getString("role"), experts.getString("role")));

        learner.post("/matches/" + match + "/leave").statusCode(204);
        refused(hypatia.post(passOf(test), NONCE), 409, "match-completed");
    }

    @Test
    void nobodyElseMayBegin() {
        refused(Person.named("Ada").post("/self-tests"), 403, "administrators-only");
        refused(
                Person.named("Ada")
                        .claiming("realm_access", Map.of("roles", List.of("learner")))
                        .post("/self-tests"),
                403,
                "administrators-only");
        refused(new Guest(begin().getString("token")).post("/self-tests"), 403, "not-for-this-caller");
    }

    @Test
    void anotherAdministratorsTestIsNobodysBusiness() {
        JsonPath test = begin();
        meet(new Guest(test.getString("token")), test);

        refused(Person.named("Aspasia").administrator().post(passOf(test), NONCE), 404, "not-found");
    }

    @Test
    void tooManyInAMinuteAreRefused() {
        int begun = 0;
        ValidatableResponse answer = hypatia.post("/self-tests");
        // One more is allowed every six seconds, which a slow machine may well take.
        while (answer.extract().statusCode() == 201 && begun < 100) {
            begun++;
            JsonPath test = answer.extract().jsonPath();
            new Guest(test.getString("token"))
                    .post("/tickets/" + test.getString("ticketId") + "/cancel")
                    .statusCode(200);
            answer = hypatia.post("/self-tests");
        }
        assertTrue(begun >= 10, begun + " were begun");
        answer.statusCode(429).header("Retry-After", notNullValue()).body("type", equalTo("/problems/quota-exceeded"));
    }

    private JsonPath begin() {
        return hypatia.post("/self-tests")
                .statusCode(201)
                .body("id", startsWith("slf_"))
                .extract()
                .jsonPath();
    }

    private static String passOf(JsonPath test) {
        return "/self-tests/" + test.getString("id") + "/pass";
    }

    private static String meet(Guest learner, JsonPath test) {
        await().until(() -> "offered".equals(learner.standing("ticket.state")));
        learner.post("/tickets/" + test.getString("ticketId") + "/ready").statusCode(200);
        await().until(() -> learner.standing("match.id") != null);
        return learner.standing("match.id");
    }

    private static void refused(ValidatableResponse answer, int status, String type) {
        ProblemCheck.problem(answer, status).body("type", equalTo("/problems/" + type));
    }

    private static JsonPath claims(String pass) {
        return JsonPath.from(new String(Base64.getUrlDecoder().decode(pass.split("\\.")[1])));
    }
}
