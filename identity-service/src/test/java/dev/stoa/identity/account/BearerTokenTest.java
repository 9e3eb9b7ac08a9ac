package dev.stoa.identity.account;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.emptyOrNullString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import dev.stoa.identity.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.util.KeyUtils;
import java.time.Duration;
import java.util.Base64;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
class BearerTokenTest {

    private static final String ME = "/api/identity/v1/me";
    private static final Duration LIFE = Duration.ofMinutes(5);

    static Stream<Arguments> badTokens() throws Exception {
        var good = Tokens.access("s");
        var claims = good.split("\\.")[1];
        var none = Base64.getUrlEncoder().withoutPadding().encodeToString("{\"alg\":\"none\"}".getBytes());
        var foreignKey = KeyUtils.generateKeyPair(2048).getPrivate();
        return Stream.of(
                Arguments.of("garbage", "garbage"),
                Arguments.of("three parts of garbage", "a.b.c"),
                Arguments.of("empty", ""),
                Arguments.of("expired", Tokens.access("s", Duration.ofMinutes(-5))),
                Arguments.of(
                        "for another audience",
                        Tokens.sign(Tokens.claims("s", LIFE).audience("account"))),
                Arguments.of("without audience", Tokens.sign(Tokens.claims("s", LIFE))),
                Arguments.of(
                        "of another issuer",
                        Tokens.sign(Tokens.accessClaims("s", LIFE).issuer("https://evil.example"))),
                Arguments.of("an ID token", Tokens.id("s", "n")),
                Arguments.of(
                        "without subject",
                        Tokens.sign(
                                Jwt.issuer(Tokens.ISSUER).audience("stoa-api").expiresIn(LIFE))),
                Arguments.of("with an overlong subject", Tokens.access("s".repeat(256))),
                Arguments.of(
                        "signed by another key",
                        Tokens.accessClaims("s", LIFE).jws().keyId("1").sign(foreignKey)),
                Arguments.of(
                        "signed by an unknown key",
                        Tokens.accessClaims("s", LIFE).jws().keyId("7").sign(foreignKey)),
                Arguments.of("unsigned", none + "." + claims + "."),
                Arguments.of("cut", good.substring(0, good.length() - 20)),
                Arguments.of("huge", "x".repeat(6000)));
    }

    @ParameterizedTest(name = "a token {0}")
    @MethodSource("badTokens")
    void aBadTokenIsAnsweredByAProblem(String kind, String token) {
        given().header("Authorization", "Bearer " + token)
                .when()
                .get(ME)
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .header("WWW-Authenticate", startsWith("Bearer"))
                .body("type", equalTo("/problems/not-signed-in"))
                .body("detail", not(emptyOrNullString()));
    }

    @Test
    void noTokenIsAnsweredByAProblem() {
        given().when()
                .get(ME)
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/not-signed-in"));
    }

    @Test
    void anotherSchemeIsNoSignIn() {
        given().header("Authorization", "Basic YTpi").when().get(ME).then().statusCode(401);
    }

    @Test
    void cookiesNeitherHelpNorHarm() {
        var cookies = "q_session=x; q_session_web=y; q_auth_web_z=1; stoa_session=abc";

        given().header("Cookie", cookies).when().get(ME).then().statusCode(401);
        given().header("Cookie", cookies)
                .auth()
                .oauth2(Tokens.access(Tokens.someone()))
                .when()
                .get(ME)
                .then()
                .statusCode(200);
    }
}
