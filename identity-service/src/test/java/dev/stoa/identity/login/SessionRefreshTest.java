package dev.stoa.identity.login;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import dev.stoa.identity.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.oidc.server.OidcWireMock;
import io.restassured.http.Cookie;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SessionRefreshTest {

    private static final Duration LONG = Duration.ofMinutes(5);
    private static final Duration ALMOST_OVER = Duration.ofSeconds(40);
    private static final Duration OVER = Duration.ofSeconds(-5);

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

    @AfterEach
    void forgetRefreshes() {
        provider.getStubMappings().stream()
                .filter(stub -> "refresh".equals(stub.getName()))
                .toList()
                .forEach(provider::removeStub);
    }

    /** A session whose access token has expired in the meantime. */
    private void signInLongAgo() {
        keep(new Session(Tokens.id(subject, "n"), Tokens.access(subject, OVER), "refresh", Instant.now()));
    }

    private void keep(Session session) {
        var id = sessions.create(session).await().indefinitely();
        browser.cookies.put("stoa_session", new Cookie.Builder("stoa_session", id.value()).build());
    }

    private void onRefresh(ResponseDefinitionBuilder answer) {
        provider.stubFor(post(Browser.TOKEN_ENDPOINT)
                .withName("refresh")
                .withRequestBody(containing("grant_type=refresh_token"))
                .willReturn(answer));
    }

    private static ResponseDefinitionBuilder tokens(String accessToken) {
        return aResponse()
                .withHeader("Content-Type", "application/json")
                .withBody(new JsonObject()
                        .put("access_token", accessToken)
                        .put("refresh_token", "rotated")
                        .put("expires_in", 300)
                        .encode());
    }

    private int refreshes() {
        return provider.findAll(postRequestedFor(urlEqualTo(Browser.TOKEN_ENDPOINT))
                        .withRequestBody(containing("grant_type=refresh_token")))
                .size();
    }

    @Test
    void aTokenWithTimeLeftIsNotRefreshed() {
        browser.signIn(subject, LONG);
        var before = refreshes();

        browser.session().then().body("signedIn", equalTo(true));

        assertEquals(before, refreshes());
    }

    @Test
    void aTokenThatIsAlmostOverIsRefreshedOnce() {
        browser.signIn(subject, ALMOST_OVER);
        var renewed = Tokens.access(subject);
        onRefresh(tokens(renewed));
        var before = refreshes();

        browser.session().then().body("accessToken", equalTo(renewed));
        browser.session().then().body("accessToken", equalTo(renewed));

        assertEquals(before + 1, refreshes());
    }

    @Test
    void anExpiredTokenIsRefreshed() {
        signInLongAgo();
        var renewed = Tokens.access(subject);
        onRefresh(tokens(renewed));

        browser.session().then().statusCode(200).body("accessToken", equalTo(renewed));
    }

    @Test
    void questionsAtTheSameMomentCauseOneRefresh() throws Exception {
        signInLongAgo();
        var renewed = Tokens.access(subject);
        onRefresh(tokens(renewed).withFixedDelay(300));
        var before = refreshes();
        Callable<String> question = () -> given().header("Stoa-Request", "web")
                .cookie("stoa_session", browser.cookies.get("stoa_session").getValue())
                .when()
                .get(Browser.BASE + "/session")
                .path("accessToken");

        try (var threads = Executors.newFixedThreadPool(8)) {
            var answers = threads.invokeAll(
                    IntStream.range(0, 8).mapToObj(i -> question).toList());

            assertEquals(
                    Set.of(renewed), answers.stream().map(Future::resultNow).collect(Collectors.toSet()));
        }
        assertEquals(before + 1, refreshes());
    }

    @Test
    void aRefusedRefreshEndsTheSession() {
        browser.signIn(subject, ALMOST_OVER);
        onRefresh(aResponse()
                .withStatus(400)
                .withHeader("Content-Type", "application/json")
                .withBody("{\"error\":\"invalid_grant\",\"error_description\":\"Session not active\"}"));

        browser.session().then().statusCode(200).body("signedIn", equalTo(false));

        onRefresh(tokens(Tokens.access(subject)));
        browser.session().then().body("signedIn", equalTo(false));
    }

    @Test
    void somebodyElsesTokenEndsTheSession() {
        signInLongAgo();
        onRefresh(tokens(Tokens.access(Tokens.someone())));

        browser.session().then().statusCode(200).body("signedIn", equalTo(false));
    }

    @Test
    void whileTheProviderIsAwayATokenStillServesToItsEnd() {
        browser.signIn(subject, ALMOST_OVER);
        onRefresh(aResponse().withStatus(503).withBody("maintenance"));

        browser.session().then().statusCode(200).body("signedIn", equalTo(true));
    }

    @Test
    void whileTheProviderIsAwayAnExpiredSessionIsNotThrownAway() {
        signInLongAgo();
        onRefresh(aResponse().withStatus(503).withBody("maintenance"));

        browser.session()
                .then()
                .statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", matchesPattern("\\d+"))
                .body("type", equalTo("/problems/unavailable"));

        forgetRefreshes();
        onRefresh(tokens(Tokens.access(subject)));
        browser.session().then().statusCode(200).body("signedIn", equalTo(true));
    }
}
