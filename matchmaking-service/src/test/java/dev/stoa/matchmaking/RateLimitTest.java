package dev.stoa.matchmaking;

import static dev.stoa.matchmaking.support.ProblemCheck.problem;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stoa.matchmaking.support.Person;
import dev.stoa.matchmaking.support.TestIntegrator;
import dev.stoa.matchmaking.support.TestWorld;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Who asks for too much is told so, and nobody else notices. */
@QuarkusTest
@WithTestResource(TestWorld.class)
@TestProfile(RateLimitTest.Tight.class)
class RateLimitTest {

    /** Few requests, so that a test can send too many before one more is allowed, a minute later. */
    public static final class Tight implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "stoa.limit.account-requests", "20",
                    "stoa.limit.account-window", "1200s",
                    "stoa.limit.integrator-requests", "20",
                    "stoa.limit.integrator-window", "1200s");
        }
    }

    private static final String NO_TICKET = "/tickets/tkt_" + "x".repeat(22);

    @Test
    void anAccountIsToldWhatIsLeftAndRefusedWhenNothingIs() {
        Person ada = Person.named("Ada");
        String token = ada.token();

        ada.get("/standing")
                .statusCode(200)
                .header("RateLimit-Policy", "\"default\";q=20;w=1200")
                .header("RateLimit", "\"default\";r=19;t=60");
        for (int i = 1; i < 20; i++) {
            RestAssured.given()
                    .basePath(Person.BASE)
                    .auth()
                    .oauth2(token)
                    .get("/standing")
                    .then()
                    .statusCode(200);
        }
        problem(ada.get("/standing"), 429)
                .header("Retry-After", matchesPattern("[1-5]?[0-9]|60"))
                .header("RateLimit", matchesPattern("\"default\";r=0;t=\\d+"))
                .body("type", equalTo("/problems/quota-exceeded"))
                .body("violated-policies", equalTo(List.of("default")));
        Person.named("Bob").get("/standing").statusCode(200);
    }

    @Test
    void anIntegratorsRequestsAreCountedExactlyHoweverManyComeAtOnce() {
        TestIntegrator school = TestIntegrator.with("tickets");
        String token = school.token();

        List<Integer> statuses = IntStream.range(0, 60)
                .parallel()
                .mapToObj(i -> RestAssured.given()
                        .basePath(Person.BASE)
                        .auth()
                        .oauth2(token)
                        .get(NO_TICKET)
                        .statusCode())
                .toList();

        long served = statuses.stream().filter(status -> status == 404).count();
        assertTrue(served == 20 || served == 21, () -> served + " were served");
        assertEquals(
                60 - served, statuses.stream().filter(status -> status == 429).count());
        TestIntegrator.with("tickets").get(NO_TICKET).statusCode(404).header("RateLimit", "\"default\";r=19;t=60");
    }

    @Test
    void whatIsPublicIsNotCounted() {
        RestAssured.given()
                .basePath(Person.BASE)
                .get("/pass-keys")
                .then()
                .statusCode(200)
                .header("RateLimit", nullValue());
    }
}
