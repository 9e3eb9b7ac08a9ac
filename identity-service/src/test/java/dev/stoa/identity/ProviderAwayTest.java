package dev.stoa.identity;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(ProviderAwayTest.NobodyListens.class)
class ProviderAwayTest {

    /** The issuer's port is closed. */
    public static class NobodyListens implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "quarkus.oidc.auth-server-url", "http://127.0.0.1:1/realms/stoa",
                    "quarkus.oidc.web.auth-server-url", "http://127.0.0.1:1/realms/stoa");
        }
    }

    @TestHTTPResource(value = "/health", management = true)
    URI health;

    @Test
    void aServiceThatHasNeverSeenTheProviderLivesButIsNotReady() {
        given().when().get(health + "/live").then().statusCode(200);
        given().when().get(health + "/ready").then().statusCode(503).body(containsString("OpenID Connect provider"));
    }

    @Test
    void whatNeedsNoProviderWorks() {
        given().when().get("/api/identity/v1/fields").then().statusCode(200);
        given().header("Stoa-Request", "web")
                .when()
                .get("/api/identity/v1/session")
                .then()
                .statusCode(200)
                .body("signedIn", equalTo(false));
    }

    @Test
    void bearersAreAskedToTryAgain() {
        given().auth()
                .oauth2(Tokens.access(Tokens.someone()))
                .when()
                .get("/api/identity/v1/me")
                .then()
                .statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", matchesPattern("\\d+"))
                .body("type", equalTo("/problems/unavailable"));
    }

    @Test
    void aSignInLandsAtHomeWithTheReason() {
        given().redirects()
                .follow(false)
                .when()
                .get("/api/identity/v1/login?returnTo=/ask")
                .then()
                .statusCode(302)
                .header("Location", equalTo("/?signIn=unavailable"));
    }
}
