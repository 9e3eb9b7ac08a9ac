package dev.stoa.identity.login;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.github.tomakehurst.wiremock.WireMockServer;
import dev.stoa.identity.RealRedis;
import dev.stoa.identity.Somebody;
import dev.stoa.identity.Tokens;
import dev.stoa.identity.account.TokenClaims;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.oidc.server.OidcWireMock;
import io.restassured.response.ValidatableResponse;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What others learn of the end of a session, and what its access tokens are good for afterwards. */
@QuarkusTest
class SignOutTest {

    private static final Duration LIFE = Duration.ofMinutes(5);

    @OidcWireMock
    WireMockServer provider;

    RealRedis server;

    @Inject
    RedisDataSource redis;

    private final String session = UUID.randomUUID().toString();
    private final String subject = Tokens.someone();
    private Browser browser;
    private String token;

    @BeforeEach
    void signedIn() {
        browser = new Browser(provider);
        token = signInWith(LIFE, session);
    }

    private String signInWith(Duration life, Object claim) {
        var accessToken = Tokens.access(subject, life, claim);
        browser.cookies.clear();
        browser.signIn(subject, accessToken);
        return accessToken;
    }

    @Test
    void aLogoutIsToldOnceAndUntilWhenItsTokensAreGood() {
        var copy = Map.copyOf(browser.cookies);
        browser.postLogout();
        browser.cookies.putAll(copy);
        browser.postLogout();

        var data = new JsonObject().put("session", session).put("until", expiry(token));
        assertEquals(List.of(data), ToldSignOuts.of(subject, redis));
    }

    @Test
    void theTokensOfTheSessionAreRefusedAndNoOthers() {
        var elsewhere = Tokens.access(subject, LIFE, "another session");
        me(token).statusCode(200);

        browser.postLogout();

        me(token)
                .statusCode(401)
                .contentType("application/problem+json")
                .header("WWW-Authenticate", startsWith("Bearer"))
                .body("type", equalTo("/problems/not-signed-in"));
        me(elsewhere).statusCode(200);
    }

    @Test
    void whoSignsInAgainInTheSameSessionOfTheProviderIsLetIn() {
        browser.postLogout();

        signInWith(LIFE.plusSeconds(2), session);

        me(browser.session().path("accessToken")).statusCode(200);
    }

    @Test
    void theEndOfABannedSessionIsToldToo() {
        me(token).statusCode(200);
        Somebody.administrator()
                .put("/accounts/" + subject + "/ban", Map.of("reason", "Rude"))
                .statusCode(204);

        browser.session().then().body("signedIn", equalTo(false));

        assertEquals(1, ToldSignOuts.of(subject, redis).size());
    }

    static Stream<Object> oddClaims() {
        return Stream.of("", "s".repeat(256), "ses\u0000sion", "s\u00e9ance", 7, List.of("a"));
    }

    @ParameterizedTest
    @MethodSource("oddClaims")
    void whereTheProviderNamesNoSessionNobodyIsTold(Object claim) {
        var without = signInWith(LIFE, claim);

        assertEquals(303, browser.postLogout().statusCode());

        assertEquals(List.of(), ToldSignOuts.of(subject, redis));
        browser.session().then().body("signedIn", equalTo(false));
        me(without).statusCode(200);
    }

    @Test
    void whileRedisIsAwayATokenIsBelieved() {
        server.cutOff();
        try {
            me(token).statusCode(200);
        } finally {
            server.reconnect();
        }
        await().ignoreExceptions().until(() -> ToldSignOuts.of(subject, redis).isEmpty());
    }

    private static ValidatableResponse me(String token) {
        return given().auth().oauth2(token).when().get(Browser.BASE + "/me").then();
    }

    private static long expiry(String token) {
        return TokenClaims.of(token).getLong("exp");
    }
}
