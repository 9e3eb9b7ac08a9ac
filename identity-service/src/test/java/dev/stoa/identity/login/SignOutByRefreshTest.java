package dev.stoa.identity.login;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import dev.stoa.identity.Tokens;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.oidc.server.OidcWireMock;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Sessions that end with a refresh of their tokens, or during one. */
@QuarkusTest
class SignOutByRefreshTest {

    private static final Duration LIFE = Duration.ofMinutes(5);
    private static final Duration ALMOST_OVER = Duration.ofSeconds(40);

    @OidcWireMock
    WireMockServer provider;

    @Inject
    RedisDataSource redis;

    private final String session = UUID.randomUUID().toString();
    private final String subject = Tokens.someone();
    private Browser browser;
    private StubMapping refresh;

    @BeforeEach
    void signedInLongAgo() {
        browser = new Browser(provider);
        browser.signIn(subject, Tokens.access(subject, ALMOST_OVER, session));
    }

    @AfterEach
    void forgetRefreshes() {
        if (refresh != null) {
            provider.removeStub(refresh);
        }
    }

    @Test
    void aRefusedRefreshIsTold() {
        onRefresh(aResponse()
                .withStatus(400)
                .withHeader("Content-Type", "application/json")
                .withBody("{\"error\":\"invalid_grant\"}"));

        browser.session().then().body("signedIn", equalTo(false));

        assertEquals(1, ToldSignOuts.of(subject, redis).size());
    }

    @Test
    void aRefreshThatEndsAfterTheSessionHandsOutNothing() {
        onRefresh(aResponse()
                .withHeader("Content-Type", "application/json")
                .withFixedDelay(1_000)
                .withBody(new JsonObject()
                        .put("access_token", Tokens.access(subject, LIFE, session))
                        .encode()));
        var copy = new Browser(provider);
        copy.cookies.putAll(browser.cookies);

        var before = refreshes();
        var asked = CompletableFuture.supplyAsync(copy::session);
        await().until(() -> refreshes() > before);
        browser.postLogout();

        asked.join().then().body("signedIn", equalTo(false));
    }

    private void onRefresh(ResponseDefinitionBuilder answer) {
        refresh = provider.stubFor(post(Browser.TOKEN_ENDPOINT)
                .withRequestBody(containing("grant_type=refresh_token"))
                .willReturn(answer));
    }

    private int refreshes() {
        return provider.findAll(postRequestedFor(urlEqualTo(Browser.TOKEN_ENDPOINT))
                        .withRequestBody(containing("grant_type=refresh_token")))
                .size();
    }
}
