package dev.stoa.identity.login;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.aMapWithSize;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.tomakehurst.wiremock.WireMockServer;
import dev.stoa.identity.RealRedis;
import dev.stoa.identity.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.oidc.server.OidcWireMock;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class LogoutResourceTest {

    @OidcWireMock
    WireMockServer provider;

    RealRedis redis;

    private Browser browser;

    @BeforeEach
    void signedIn() {
        browser = new Browser(provider);
        browser.signIn(Tokens.someone(), Duration.ofMinutes(5));
    }

    @Test
    void theProviderIsToldWhoLeavesAndWhereToGo() {
        var away = browser.postLogout();

        assertEquals(303, away.statusCode());
        assertTrue(away.header("Location")
                .startsWith(provider.baseUrl() + "/auth/realms/quarkus/protocol/openid-connect/"));
        var parameters = Browser.parameters(away.header("Location"));
        assertEquals(3, parameters.get("id_token_hint").split("\\.").length);
        assertEquals(Tokens.CLIENT_ID, parameters.get("client_id"));
        assertTrue(parameters.get("post_logout_redirect_uri").matches("http://[a-z0-9.]+:\\d+/"));
    }

    @Test
    void theSessionEndsForEveryCopyOfTheCookie() {
        var copy = browser.cookies.get("stoa_session");

        browser.postLogout();

        assertFalse(browser.cookies.containsKey("stoa_session"));
        browser.cookies.put("stoa_session", copy);
        browser.session().then().body("signedIn", equalTo(false));
    }

    /** With which the browser sends the cookie, because SameSite=Lax is for navigations by GET. */
    @Test
    void aLinkOfAnotherSiteEndsNothing() {
        assertEquals(405, browser.get(Browser.BASE + "/logout").statusCode());

        browser.session().then().body("signedIn", equalTo(true));
    }

    @Test
    void whoHasJustDeletedHerAccountIsSignedOutAtTheProviderThoughHerPageAsksInBetween() {
        var token = browser.session().path("accessToken");
        given().auth()
                .oauth2(token.toString())
                .delete(Browser.BASE + "/me")
                .then()
                .statusCode(204);
        browser.session().then().body("signedIn", equalTo(false)).body("reason", equalTo("account-deleted"));
        browser.session().then().body("$", aMapWithSize(1)).body("signedIn", equalTo(false));

        var away = browser.postLogout();

        assertEquals(
                3,
                Browser.parameters(away.header("Location")).get("id_token_hint").split("\\.").length);
        assertFalse(browser.cookies.containsKey("stoa_session"));
    }

    @Test
    void aSignOutWhoseAnswerWasNotHeardCanBeTriedAgain() {
        var copy = browser.cookies.get("stoa_session");
        browser.postLogout();
        browser.cookies.put("stoa_session", copy);

        var again = browser.postLogout();

        assertTrue(again.header("Location").startsWith(provider.baseUrl()));
    }

    @Test
    void theCookieOfAnEndedSessionLeadsToANewSignIn() {
        var copy = browser.cookies.get("stoa_session");
        browser.postLogout();
        browser.cookies.put("stoa_session", copy);

        browser.signIn(Tokens.someone(), Duration.ofMinutes(5));

        browser.session().then().body("signedIn", equalTo(true));
    }

    @Test
    void whoIsNotSignedInLandsAtHome() {
        browser.cookies.clear();

        var away = browser.postLogout();

        assertEquals(303, away.statusCode());
        assertEquals("/", away.header("Location"));
    }

    @Test
    void anotherSitesFormWhichComesWithoutTheCookieAsItIsLaxTakesNoneAway() {
        var form = new Browser(provider).postLogout();

        assertEquals(303, form.statusCode());
        assertFalse(form.headers().hasHeaderWithName("Set-Cookie"), form.headers()::toString);
    }

    @Test
    void whileRedisCannotBeReachedTheCookieIsKeptAndTheEndCanBeTriedAgain() {
        var copy = browser.cookies.get("stoa_session");
        redis.cutOff();
        try {
            var notYet = browser.postLogout();

            assertEquals(303, notYet.statusCode());
            assertEquals("/?signOut=unavailable", notYet.header("Location"));
            assertFalse(notYet.headers().hasHeaderWithName("Set-Cookie"), notYet.headers()::toString);
        } finally {
            redis.reconnect();
        }

        await().until(() -> browser.postLogout().header("Location"), startsWith(provider.baseUrl()));
        assertFalse(browser.cookies.containsKey("stoa_session"));
        browser.cookies.put("stoa_session", copy);
        browser.session().then().body("signedIn", equalTo(false));
    }

    @Test
    void behindTlsHomeIsTheOriginThatTheBrowserSees() {
        var behindTls = Browser.behindTls(provider);
        behindTls.signIn(Tokens.someone(), Duration.ofMinutes(5));

        var away = behindTls.postLogout();

        assertEquals(
                "https://stoa.example/",
                Browser.parameters(away.header("Location")).get("post_logout_redirect_uri"));
    }
}
