package dev.stoa.identity;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OutageTest {

    private static final String COOKIE = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

    private static final String REACHABLE = "checks.find { it.name == 'OpenID Connect provider' }.data.reachable";

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    RealRedis redis;

    RealPostgres postgres;

    TestProvider provider;

    @TestHTTPResource(value = "/health", management = true)
    URI health;

    @Test
    void whileRedisIsAwaySessionsAreUnavailableAndComeBackByThemselves() {
        redis.takeAway();
        try {
            session()
                    .then()
                    .statusCode(503)
                    .contentType("application/problem+json")
                    .body("type", equalTo("/problems/unavailable"));
            management("ready").then().statusCode(503).body("status", equalTo("DOWN"));
            management("live").then().statusCode(200).body("status", equalTo("UP"));
            given().when().get("/api/identity/v1/fields").then().statusCode(200);
        } finally {
            redis.bringBack();
        }

        await().atMost(PATIENCE).untilAsserted(() -> session().then().statusCode(200));
        await().atMost(PATIENCE).untilAsserted(() -> management("ready").then().statusCode(200));
    }

    @Test
    void whilePostgresIsAwayAccountsAreUnavailableAndComeBackByThemselves() {
        var token = Tokens.access(Tokens.someone());
        account(token).then().statusCode(200);

        postgres.takeAway();
        try {
            account(token)
                    .then()
                    .statusCode(503)
                    .contentType("application/problem+json")
                    .body("type", equalTo("/problems/unavailable"));
            account(Tokens.access(Tokens.someone())).then().statusCode(503);
            management("ready").then().statusCode(503).body("status", equalTo("DOWN"));
            management("live").then().statusCode(200).body("status", equalTo("UP"));
        } finally {
            postgres.bringBack();
        }

        await().atMost(PATIENCE).untilAsserted(() -> account(token).then().statusCode(200));
        await().atMost(PATIENCE).untilAsserted(() -> management("ready").then().statusCode(200));
    }

    @Test
    void whileTheProviderIsAwayThoseWithATokenGoOn() {
        var token = Tokens.access(Tokens.someone());
        account(token).then().statusCode(200);
        management("ready").then().statusCode(200).body(REACHABLE, equalTo(true));

        provider.takeAway();
        try {
            await().atMost(PATIENCE)
                    .untilAsserted(() -> management("ready").then().body(REACHABLE, equalTo(false)));
            management("ready").then().statusCode(200).body("status", equalTo("UP"));
            account(token).then().statusCode(200);
            account(Tokens.access(Tokens.someone())).then().statusCode(200);
        } finally {
            provider.bringBack();
        }

        await().atMost(PATIENCE).untilAsserted(() -> management("ready").then().body(REACHABLE, equalTo(true)));
    }

    @Test
    void readinessNamesEverythingThatIsNeeded() {
        management("ready")
                .then()
                .statusCode(200)
                .body("checks.name", hasItem("OpenID Connect provider"))
                .body("checks.name", hasItem("Redis"))
                .body("checks.name", hasItem("PostgreSQL"));
    }

    private static Response session() {
        return given().header("Stoa-Request", "web")
                .cookie("stoa_session", COOKIE)
                .when()
                .get("/api/identity/v1/session");
    }

    private static Response account(String token) {
        return given().auth().oauth2(token).when().get("/api/identity/v1/me");
    }

    private Response management(String check) {
        return given().when().get(health + "/" + check);
    }
}
