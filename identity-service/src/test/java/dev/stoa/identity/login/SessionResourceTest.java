package dev.stoa.identity.login;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.aMapWithSize;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.github.tomakehurst.wiremock.WireMockServer;
import dev.stoa.identity.Somebody;
import dev.stoa.identity.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.oidc.server.OidcWireMock;
import io.restassured.http.Cookie;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class SessionResourceTest {

    private static final Duration LONG = Duration.ofMinutes(5);

    @OidcWireMock
    WireMockServer provider;

    @Inject
    SessionStore sessions;

    private Browser browser;
    private String subject;

    @BeforeEach
    void newcomer() {
        browser = new Browser(provider);
        subject = Tokens.someone();
    }

    @Test
    void withoutACookieNobodyIsSignedIn() {
        browser.session()
                .then()
                .statusCode(200)
                .header("Cache-Control", equalTo("no-store"))
                .body("$", aMapWithSize(1))
                .body("signedIn", equalTo(false));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "Web", "1"})
    void otherSitesPagesAreTurnedAway(String header) {
        var request = given();
        if (header != null) {
            request.header("Stoa-Request", header);
        }

        request.when()
                .get(Browser.BASE + "/session")
                .then()
                .statusCode(403)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/missing-request-header"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x",
                "",
                "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "a|b|c|d|e",
                "eyJhbGciOiJub25lIn0.e30.",
                "\"q\""
            })
    void aForgedCookieIsNobodysAndIsForgotten(String value) {
        browser.cookies.put("stoa_session", new Cookie.Builder("stoa_session", value).build());

        browser.session().then().statusCode(200).body("signedIn", equalTo(false));

        assertFalse(browser.cookies.containsKey("stoa_session"));
    }

    @Test
    void theSignedInGetTheirAccountAndAToken() {
        browser.signIn(subject, LONG);

        var session = browser.session();

        session.then()
                .statusCode(200)
                .header("Cache-Control", equalTo("no-store"))
                .body("signedIn", equalTo(true))
                .body("account.id", equalTo(subject))
                .body("account.displayName", equalTo("Ada Lovelace"))
                .body("expiresAt", matchesPattern("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ"));
        given().auth()
                .oauth2(session.path("accessToken"))
                .when()
                .get(Browser.BASE + "/me")
                .then()
                .statusCode(200)
                .body("id", equalTo(subject));
    }

    @Test
    void aBanEndsTheSessionAndSaysWhy() {
        browser.signIn(subject, LONG);
        browser.session().then().body("signedIn", equalTo(true));
        var other = new Browser(provider);
        other.cookies.putAll(browser.cookies);
        var admin = Somebody.administrator();
        admin.put("/accounts/" + subject + "/ban", Map.of("reason", "Rude")).statusCode(204);

        browser.session()
                .then()
                .statusCode(200)
                .body("signedIn", equalTo(false))
                .body("reason", equalTo("account-banned"))
                .body("detail", containsString("Rude"))
                .body("$", not(hasKey("accessToken")));

        admin.delete("/accounts/" + subject + "/ban").statusCode(204);
        other.session().then().body("$", aMapWithSize(1)).body("signedIn", equalTo(false));
    }

    @Test
    void aDeletionEndsEverySessionOfTheAccountAndASignInAfterItBeginsANewOne() {
        browser.signIn(subject, LONG);
        var elsewhere = new Browser(provider);
        elsewhere.signIn(subject, LONG);
        given().auth()
                .oauth2(browser.session().path("accessToken"))
                .delete(Browser.BASE + "/me")
                .then()
                .statusCode(204);

        for (var each : List.of(browser, elsewhere)) {
            each.session()
                    .then()
                    .statusCode(200)
                    .body("$", aMapWithSize(2))
                    .body("signedIn", equalTo(false))
                    .body("reason", equalTo("account-deleted"));
        }

        browser.signIn(subject, LONG);
        browser.session().then().body("signedIn", equalTo(true)).body("account.fields", equalTo(List.of()));
    }

    @Test
    void aSessionFromBeforeADeletionIsNotOneOfTheAccountAfterIt() {
        browser.signIn(subject, LONG);
        var lost = new Browser(provider);
        lost.signIn(subject, LONG);
        given().auth()
                .oauth2(browser.session().path("accessToken"))
                .delete(Browser.BASE + "/me")
                .then()
                .statusCode(204);
        var again = new Browser(provider);
        again.signIn(subject, LONG);
        again.session().then().body("signedIn", equalTo(true));

        lost.session().then().statusCode(200).body("signedIn", equalTo(false));
    }

    @Test
    void aSessionOfUnknownAgeEndsWithItsAccountToo() {
        var session = new Session(Tokens.id(subject, "n"), Tokens.access(subject), "refresh", null);
        var id = sessions.create(session).await().indefinitely();
        browser.cookies.put("stoa_session", new Cookie.Builder("stoa_session", id.value()).build());
        browser.session().then().body("signedIn", equalTo(true));

        given().auth()
                .oauth2(Tokens.access(subject))
                .delete(Browser.BASE + "/me")
                .then()
                .statusCode(204);

        browser.session().then().body("signedIn", equalTo(false));
    }

    @Test
    void aTokenThatIsNoJwtIsNobodys() {
        var opaque = new Session(Tokens.id(subject, "n"), "opaque-token", "refresh", Instant.now());
        var id = sessions.create(opaque).await().indefinitely();
        browser.cookies.put("stoa_session", new Cookie.Builder("stoa_session", id.value()).build());

        browser.session().then().statusCode(200).body("signedIn", equalTo(false));
    }
}
