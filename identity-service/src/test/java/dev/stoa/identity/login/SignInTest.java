package dev.stoa.identity.login;

import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.tomakehurst.wiremock.WireMockServer;
import dev.stoa.identity.Tokens;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.redis.datasource.keys.RedisValueType;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.oidc.server.OidcWireMock;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SignInTest {

    private static final Duration LIFE = Duration.ofMinutes(5);

    @OidcWireMock
    WireMockServer provider;

    @Inject
    RedisDataSource redis;

    @Test
    void theProviderIsAskedForACodeWithPkceStateAndNonce() {
        var question = new Browser(provider).startSignIn(Browser.BASE + "/login?returnTo=/ask");

        assertEquals("code", question.get("response_type"));
        assertEquals(Tokens.CLIENT_ID, question.get("client_id"));
        assertEquals("S256", question.get("code_challenge_method"));
        assertEquals(43, question.get("code_challenge").length());
        assertFalse(question.get("state").isEmpty());
        assertFalse(question.get("nonce").isEmpty());
        assertTrue(question.get("redirect_uri").endsWith("/api/identity/v1/login/callback"));
    }

    @Test
    void everySignInHasItsOwnStateNonceAndChallenge() {
        var browser = new Browser(provider);
        var one = browser.startSignIn(Browser.BASE + "/login");
        var other = browser.startSignIn(Browser.BASE + "/login");

        assertNotEquals(one.get("state"), other.get("state"));
        assertNotEquals(one.get("nonce"), other.get("nonce"));
        assertNotEquals(one.get("code_challenge"), other.get("code_challenge"));
    }

    @Test
    void theCodeIsRedeemedWithTheVerifierOfTheChallenge() throws Exception {
        var browser = new Browser(provider);
        var question = browser.startSignIn(Browser.BASE + "/login");

        browser.returnFromProvider(question, Tokens.someone(), LIFE);

        var body = provider.findAll(postRequestedFor(urlEqualTo(Browser.TOKEN_ENDPOINT))
                        .withRequestBody(containing("code_verifier")))
                .getLast()
                .getBodyAsString();
        var verifier = Browser.parameters("http://x?" + body).get("code_verifier");
        var digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
        assertEquals(
                question.get("code_challenge"),
                Base64.getUrlEncoder().withoutPadding().encodeToString(digest));
    }

    @Test
    void aSignInEndsWhereItWasAskedToEnd() {
        var browser = new Browser(provider);
        var question = browser.startSignIn(Browser.BASE + "/login?returnTo=/room/1%3Fa%3Db");

        var back = browser.returnFromProvider(question, Tokens.someone(), LIFE);
        assertEquals(302, back.statusCode());
        var end = browser.get(back.header("Location"));

        assertEquals(302, end.statusCode());
        assertEquals("/room/1?a=b", end.header("Location"));
        browser.session().then().body("signedIn", equalTo(true));
    }

    @Test
    void theSessionCookieIsAnIdAndNothingElse() {
        var browser = new Browser(provider);

        browser.signIn(Tokens.someone(), LIFE);

        var cookie = browser.cookies.get("stoa_session");
        assertTrue(cookie.getValue().matches("[A-Za-z0-9_-]{43}"));
        assertTrue(cookie.isHttpOnly());
        assertFalse(cookie.isSecured());
        assertEquals("Lax", cookie.getSameSite());
        assertEquals("/", cookie.getPath());
        assertEquals(Duration.ofHours(12).toSeconds(), cookie.getMaxAge());
        assertEquals(1, browser.cookies.size(), browser.cookies.toString());
    }

    @Test
    void behindTlsAllCookiesAreSecureAndBoundToTheHost() {
        var browser = Browser.behindTls(provider);
        var question = browser.startSignIn(Browser.BASE + "/login");
        assertEquals("https://stoa.example/api/identity/v1/login/callback", question.get("redirect_uri"));
        browser.cookies.forEach(
                (name, cookie) -> assertTrue(name.startsWith("__Host-stoa_sign_in") && cookie.isSecured()));

        var back = browser.returnFromProvider(question, Tokens.someone(), LIFE);

        assertTrue(back.header("Location").startsWith("https://stoa.example/"), back.header("Location"));
        var cookie = browser.cookies.get("__Host-stoa_session");
        assertTrue(cookie.isSecured());
        assertEquals("/", cookie.getPath());
        assertEquals(null, cookie.getDomain());
        browser.session().then().body("signedIn", equalTo(true));
    }

    @Test
    void theReturnAddressIsThatOfTheProxy() {
        var question =
                Browser.behindProxy(provider, "http", "localhost:8080", "8080").startSignIn(Browser.BASE + "/login");

        assertEquals("http://localhost:8080/api/identity/v1/login/callback", question.get("redirect_uri"));
    }

    @Test
    void behindTlsACookieWithoutThePrefixIsIgnored() {
        var plain = new Browser(provider);
        plain.signIn(Tokens.someone(), LIFE);
        var behindTls = Browser.behindTls(provider);

        behindTls.cookies.putAll(plain.cookies);

        behindTls.session().then().body("signedIn", equalTo(false));
    }

    @Test
    void redisHoldsNeitherTokensNorIdsInPlain() {
        var browser = new Browser(provider);
        browser.signIn(Tokens.someone(), LIFE);
        var id = browser.cookies.get("stoa_session").getValue();

        var keys = redis.key().keys("identity:*");

        assertFalse(keys.isEmpty());
        for (String key : keys) {
            assertFalse(key.contains(id));
            var stored = stored(key);
            assertFalse(stored.contains(id));
            assertFalse(stored.contains("eyJ"));
            assertFalse(stored.contains("refresh-"));
            assertTrue(redis.key().ttl(key) > 0);
        }
    }

    private String stored(String key) {
        return redis.key().type(key) == RedisValueType.ZSET
                ? String.join(" ", redis.sortedSet(String.class).zrange(key, 0, -1))
                : new String(redis.value(byte[].class).get(key), StandardCharsets.ISO_8859_1);
    }

    @Test
    void aRefusalAtTheProviderLeadsHome() {
        var browser = new Browser(provider);
        var question = browser.startSignIn(Browser.BASE + "/login");

        var end = browser.get(Browser.BASE + "/login/callback?error=access_denied&state=" + question.get("state"));

        assertFailed(end, "cancelled");
    }

    @Test
    void anErrorAtTheProviderLeadsHome() {
        var browser = new Browser(provider);
        var question = browser.startSignIn(Browser.BASE + "/login");

        assertFailed(
                browser.get(Browser.BASE + "/login/callback?error=server_error&state=" + question.get("state")),
                "failed");
        assertFailed(browser.get(Browser.BASE + "/login/callback?state=" + question.get("state")), "failed");
    }

    private static void assertFailed(Response end, String how) {
        assertEquals(302, end.statusCode());
        assertEquals("/?signIn=" + how, end.header("Location"));
    }
}
