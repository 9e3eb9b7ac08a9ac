package dev.stoa.identity.login;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import com.github.tomakehurst.wiremock.WireMockServer;
import dev.stoa.identity.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.oidc.server.OidcWireMock;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import io.smallrye.jwt.util.KeyUtils;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What only looks like the provider's word that a session has ended. */
@QuarkusTest
class BadLogoutTokenTest {

    private static final String SECRET = "a secret that only tests know";

    @OidcWireMock
    WireMockServer provider;

    static Stream<Arguments> badTokens() throws Exception {
        var foreignKey = KeyUtils.generateKeyPair(2048).getPrivate();
        var none = Base64.getUrlEncoder().withoutPadding().encodeToString("{\"alg\":\"none\"}".getBytes());
        return Stream.of(
                bad("garbage", subject -> "garbage"),
                bad("empty", subject -> ""),
                bad("unsigned", subject -> none + "." + good(subject).split("\\.")[1] + "."),
                bad("cut", subject -> good(subject).substring(0, 200)),
                bad(
                        "signed by another key",
                        subject ->
                                LogoutTokens.ofAccount(subject).jws().keyId("1").sign(foreignKey)),
                bad(
                        "signed by an unknown key",
                        subject ->
                                LogoutTokens.ofAccount(subject).jws().keyId("7").sign(foreignKey)),
                bad(
                        "signed by the client's secret",
                        subject -> LogoutTokens.ofAccount(subject)
                                .jws()
                                .algorithm(SignatureAlgorithm.HS256)
                                .signWithSecret(SECRET.repeat(2))),
                with("of another issuer", claims -> claims.issuer("https://evil.example")),
                with("for another client", claims -> claims.audience("stoa-api")),
                with("expired", claims -> claims.expiresAt(Instant.now().minusSeconds(60))),
                with("issued long ago", claims -> claims.issuedAt(Instant.now().minusSeconds(400))),
                with("from the future", claims -> claims.issuedAt(Instant.now().plusSeconds(400))),
                with("with a nonce", claims -> claims.claim("nonce", "n")),
                with("of another event", claims -> claims.claim("events", Map.of("https://evil.example", Map.of()))),
                with(
                        "of an event that is no object",
                        claims -> claims.claim("events", Map.of(LogoutTokens.EVENT, "x"))),
                with("of a list of events", claims -> claims.claim("events", List.of(LogoutTokens.EVENT))),
                with("of an endless session", claims -> claims.claim("sid", "s".repeat(256))),
                with("of a session that is a number", claims -> claims.claim("sid", 7)),
                with("with an endless id", claims -> claims.claim("jti", "j".repeat(256))),
                bad("an ID token", subject -> Tokens.id(subject, "n")),
                bad("an access token", Tokens::access),
                without("iss"),
                without("aud"),
                without("exp"),
                without("iat"),
                without("jti"),
                without("sub"),
                without("events"));
    }

    @ParameterizedTest(name = "a token {0}")
    @MethodSource("badTokens")
    void aBadTokenEndsNothing(String kind, Function<String, String> token) {
        var subject = Tokens.someone();
        var browser = new Browser(provider);
        browser.signIn(subject, Duration.ofMinutes(5));

        LogoutTokens.send(token.apply(subject))
                .statusCode(400)
                .contentType("application/problem+json")
                .header("Cache-Control", equalTo("no-store"))
                .body("type", equalTo("/problems/bad-logout-token"));

        browser.session().then().body("signedIn", equalTo(true));
    }

    @Test
    void noTokenIsABadOne() {
        given().contentType("application/x-www-form-urlencoded")
                .when()
                .post(Browser.BASE + "/backchannel-logout")
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/bad-logout-token"));
    }

    @Test
    void anEndlessBodyIsRefused() {
        LogoutTokens.send("x".repeat(20_000)).statusCode(413);
    }

    @Test
    void itIsNotAskedFor() {
        given().when()
                .get(Browser.BASE + "/backchannel-logout?logout_token=" + good(Tokens.someone()))
                .then()
                .statusCode(405);
    }

    private static String good(String subject) {
        return Tokens.sign(LogoutTokens.ofAccount(subject));
    }

    private static Arguments with(String kind, Function<JwtClaimsBuilder, JwtClaimsBuilder> change) {
        return bad(kind, subject -> Tokens.sign(change.apply(LogoutTokens.ofAccount(subject))));
    }

    private static Arguments without(String claim) {
        return bad("without " + claim, subject -> LogoutTokens.ofAccountWithout(subject, claim));
    }

    private static Arguments bad(String kind, Function<String, String> token) {
        return Arguments.of(kind, token);
    }
}
