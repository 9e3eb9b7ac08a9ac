package dev.stoa.identity.login;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.github.tomakehurst.wiremock.WireMockServer;
import dev.stoa.identity.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.oidc.server.OidcWireMock;
import io.restassured.http.Cookie;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ForgedSignInTest {

    private static final Duration LIFE = Duration.ofMinutes(5);

    @OidcWireMock
    WireMockServer provider;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.example",
                "/%5Cevil.example",
                "https://evil.example",
                "%2F%2Fevil.example",
                "/%0D%0ASet-Cookie:a=b",
                "%09//evil.example",
                "javascript:alert(1)"
            })
    void aSignInNeverEndsOnAnotherSite(String wanted) {
        var browser = new Browser(provider);
        browser.signIn(Tokens.someone(), LIFE);

        var end = browser.get(Browser.BASE + "/login?returnTo=" + wanted);

        assertEquals(302, end.statusCode());
        assertEquals("/", end.header("Location"));
    }

    @Test
    void anAnswerMeantForAnotherBrowserSignsNobodyIn() {
        var attacker = new Browser(provider);
        var question = attacker.startSignIn(Browser.BASE + "/login");
        var victim = new Browser(provider);

        var end = victim.returnFromProvider(question, Tokens.someone(), LIFE);

        end.then().statusCode(302).header("Location", equalTo("/?signIn=failed"));
        victim.session().then().body("signedIn", equalTo(false));
    }

    @Test
    void anAnswerToAnotherQuestionOfTheSameBrowserFails() {
        var browser = new Browser(provider);
        var question = browser.startSignIn(Browser.BASE + "/login");
        question.put("state", "00000000-0000-0000-0000-000000000000");

        var end = browser.returnFromProvider(question, Tokens.someone(), LIFE);

        assertFailed(end, "failed");
        browser.session().then().body("signedIn", equalTo(false));
    }

    @Test
    void aTokenWithAnotherNonceFails() {
        var browser = new Browser(provider);
        var question = browser.startSignIn(Browser.BASE + "/login");
        question.put("nonce", "another");

        assertFailed(browser.returnFromProvider(question, Tokens.someone(), LIFE), "failed");
        browser.session().then().body("signedIn", equalTo(false));
    }

    @Test
    void anAnswerCannotBeUsedTwice() {
        var browser = new Browser(provider);
        var question = browser.startSignIn(Browser.BASE + "/login");
        browser.returnFromProvider(question, Tokens.someone(), LIFE);
        browser.cookies.clear();

        assertFailed(browser.returnFromProvider(question, Tokens.someone(), LIFE), "failed");
    }

    @Test
    void aCodeThatTheProviderRefusesIsNoOutage() {
        var browser = new Browser(provider);
        var question = browser.startSignIn(Browser.BASE + "/login");
        var remembered = Map.copyOf(browser.cookies);
        browser.returnFromProvider(question, Tokens.someone(), LIFE);
        browser.cookies.clear();
        browser.cookies.putAll(remembered);
        browser.refuseCode("used");

        var end = browser.get(Browser.BASE + "/login/callback?code=used&state=" + question.get("state"));

        assertFailed(end, "failed");
        browser.session().then().body("signedIn", equalTo(false));
    }

    @Test
    void aCallbackOutOfTheBlueLeadsHome() {
        assertFailed(new Browser(provider).get(Browser.BASE + "/login/callback?code=a&state=b"), "failed");
        assertFailed(new Browser(provider).get(Browser.BASE + "/login/callback"), "failed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"|", "x", "x|", "|x", "x|bad", "x|y|z", ""})
    void aForgedSignInCookieLeadsHome(String value) {
        var browser = new Browser(provider);
        browser.cookies.put("stoa_sign_in_x", new Cookie.Builder("stoa_sign_in_x", value).build());

        assertFailed(browser.get(Browser.BASE + "/login/callback?state=x&code=1"), "failed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil..//\\\\", "a b", "@", "[", "a@b"})
    void aForgedHostIsAProblem(String host) {
        Browser.behindProxy(provider, "http", host, "80")
                .get(Browser.BASE + "/login")
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "a|b|c", "%00"})
    void aForgedSessionCookieLeadsToTheProvider(String value) {
        var browser = new Browser(provider);
        browser.cookies.put("stoa_session", new Cookie.Builder("stoa_session", value).build());

        browser.get(Browser.BASE + "/login").then().statusCode(302).header("Location", startsWith(provider.baseUrl()));
    }

    @Test
    void anOverlongQueryIsDropped() {
        new Browser(provider)
                .get(Browser.BASE + "/login?returnTo=/" + "a".repeat(2000))
                .then()
                .statusCode(302)
                .header("Location", equalTo("/api/identity/v1/login"));
    }

    private static void assertFailed(Response end, String how) {
        assertEquals(302, end.statusCode());
        assertEquals("/?signIn=" + how, end.header("Location"));
    }
}
