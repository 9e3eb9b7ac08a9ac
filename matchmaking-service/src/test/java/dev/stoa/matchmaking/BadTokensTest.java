package dev.stoa.matchmaking;

import static dev.stoa.matchmaking.support.ProblemCheck.problem;
import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import dev.stoa.matchmaking.support.Person;
import dev.stoa.matchmaking.support.TestWorld;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is not let in, and what happens when nobody can say who it is. */
@QuarkusTest
@WithTestResource(TestWorld.class)
class BadTokensTest {

    private final Person ada = Person.named("Ada");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Bearer",
                "Bearer ",
                "Bearer x",
                "Bearer a.b.c",
                "Basic YTpi",
                "Bearer eyJhbGciOiJub25lIn0.e30."
            })
    void withoutAValidTokenNothingIsServed(String authorization) {
        for (String path : List.of("/standing", "/availability", "/tickets/x", "/events", "/matches/x")) {
            problem(
                            given().basePath(Person.BASE)
                                    .header("Authorization", authorization)
                                    .get(path)
                                    .then(),
                            401)
                    .header("WWW-Authenticate", startsWith("Bearer"))
                    .body("type", equalTo("/problems/unauthorized"));
        }
        problem(
                given().basePath(Person.BASE)
                        .contentType("application/json")
                        .body("{")
                        .post("/tickets")
                        .then(),
                401);
    }

    @Test
    void tokensForOthersOrFromOthersAreRefused() {
        problem(Person.named("Eve").withTokenFor(-30).get("/standing"), 401);
        problem(Person.named("Eve").claiming("aud", "another-api").get("/standing"), 401);
        problem(Person.named("Eve").claiming("iss", "http://evil.example").get("/standing"), 401);
        problem(Person.named("Eve").claiming("sub", "").get("/standing"), 401);
        problem(Person.named("Eve").claiming("sub", "x".repeat(300)).get("/standing"), 401);
        String token = ada.token();
        problem(
                given().basePath(Person.BASE)
                        .auth()
                        .oauth2(token.substring(0, token.lastIndexOf('.')) + ".AAAA")
                        .get("/standing")
                        .then(),
                401);
    }

    @Test
    void aTokenThatWasGoodJustNowIsRefusedOnceItHasExpiredOrWasTamperedWith() {
        Person eve = Person.named("Eve").withTokenFor(6);
        eve.get("/standing").statusCode(200);
        String token = eve.token();
        int signature = token.lastIndexOf('.') + 1;
        String other = (token.charAt(signature) == 'A' ? 'B' : 'A') + token.substring(signature + 1);

        problem(
                given().basePath(Person.BASE)
                        .auth()
                        .oauth2(token.substring(0, signature) + other)
                        .get("/standing")
                        .then(),
                401);

        await().untilAsserted(() -> problem(eve.get("/standing"), 401));
    }

    @ParameterizedTest
    @ValueSource(strings = {"broken", "silent", "gone"})
    void identityThatIsAwayIsSaidPlainly(String how) {
        Person eve = Person.named("Eve").claiming("identity", how);

        problem(eve.post("/tickets", Map.of("field", "0613", "problem", "x")), 503)
                .header("Retry-After", "1")
                .body("type", equalTo("/problems/unavailable"));
        problem(eve.put("/availability", Map.of("fields", List.of("0613"))), 503);
        eve.get("/standing").statusCode(200);
    }

    @Test
    void aTokenThatRunsOutOnTheWayToIdentityIsToBeRenewed() {
        Person eve = Person.named("Eve").claiming("identity", "expired");

        problem(eve.post("/tickets", Map.of("field", "0613", "problem", "x")), 401)
                .header("WWW-Authenticate", startsWith("Bearer"));
    }
}
