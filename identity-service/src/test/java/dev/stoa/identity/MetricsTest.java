package dev.stoa.identity;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import org.junit.jupiter.api.Test;

@QuarkusTest
class MetricsTest {

    private static final String SIGNED_OUT = "stoa_session_answers_total{outcome=\"signed-out\"";
    private static final String CREATED = "stoa_accounts_created_total";
    private static final String FAILED = "stoa_logins_total{outcome=\"failed\"";

    @TestHTTPResource(value = "/metrics", management = true)
    URI metrics;

    @Test
    void accountsMadeAreCountedOnce() {
        var token = Tokens.access(Tokens.someone());
        var before = count(CREATED);

        given().auth().oauth2(token).when().get("/api/identity/v1/me").then().statusCode(200);
        given().auth().oauth2(token).when().get("/api/identity/v1/me").then().statusCode(200);

        assertEquals(before + 1, count(CREATED));
    }

    @Test
    void answersAndFailedSignInsAreCounted() {
        var answers = count(SIGNED_OUT);
        var failures = count(FAILED);

        given().header("Stoa-Request", "web")
                .when()
                .get("/api/identity/v1/session")
                .then()
                .statusCode(200);
        given().redirects()
                .follow(false)
                .when()
                .get("/api/identity/v1/login/callback")
                .then()
                .statusCode(302);

        assertEquals(answers + 1, count(SIGNED_OUT));
        assertEquals(failures + 1, count(FAILED));
    }

    private double count(String series) {
        return given().when()
                .get(metrics)
                .asString()
                .lines()
                .filter(line -> line.startsWith(series))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }
}
