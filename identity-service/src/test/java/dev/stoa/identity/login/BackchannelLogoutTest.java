package dev.stoa.identity.login;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.tomakehurst.wiremock.WireMockServer;
import dev.stoa.identity.RealRedis;
import dev.stoa.identity.Tokens;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.oidc.server.OidcWireMock;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Sessions that end because those of the provider have. */
@QuarkusTest
class BackchannelLogoutTest {

    private static final Duration LIFE = Duration.ofMinutes(5);

    @OidcWireMock
    WireMockServer provider;

    RealRedis server;

    @Inject
    RedisDataSource redis;

    private final String subject = Tokens.someone();
    private final String onLaptop = UUID.randomUUID().toString();
    private final String onPhone = UUID.randomUUID().toString();
    private Browser laptop;
    private Browser phone;

    @BeforeEach
    void signedInTwice() {
        laptop = signedIn(onLaptop);
        phone = signedIn(onPhone);
    }

    @Test
    void theSessionsOfOneOfTheProvidersEndAndNoOthers() {
        LogoutTokens.send(LogoutTokens.ofSession(onLaptop).subject(subject))
                .statusCode(200)
                .header("Cache-Control", equalTo("no-store"))
                .body(emptyString());

        assertSignedIn(laptop, false);
        assertSignedIn(phone, true);
        assertEquals(List.of(onLaptop), told());
    }

    @Test
    void allSessionsOfAnAccountEndWhenNoneIsNamed() {
        LogoutTokens.send(LogoutTokens.ofAccount(subject)).statusCode(200);

        assertSignedIn(laptop, false);
        assertSignedIn(phone, false);
        assertEquals(Set.of(onLaptop, onPhone), Set.copyOf(told()));
    }

    @Test
    void whatHasEndedAlreadyIsNoMistake() {
        laptop.postLogout();

        LogoutTokens.send(LogoutTokens.ofSession(onLaptop)).statusCode(200);
        LogoutTokens.send(LogoutTokens.ofSession("nobody knows it")).statusCode(200);

        assertEquals(List.of(onLaptop), told());
    }

    @Test
    void aTokenIsGoodOnce() {
        var token = Tokens.sign(LogoutTokens.ofAccount(subject));
        LogoutTokens.send(token).statusCode(200);
        phone = signedIn(onPhone);

        LogoutTokens.send(token).statusCode(400).body("type", equalTo("/problems/bad-logout-token"));

        assertSignedIn(phone, true);
    }

    @Test
    void duringAnOutageItCanBeSentAgain() {
        var token = Tokens.sign(LogoutTokens.ofSession(onLaptop));
        server.cutOff();
        try {
            LogoutTokens.send(token).statusCode(503);
        } finally {
            server.reconnect();
        }

        await().until(() -> LogoutTokens.send(token).extract().statusCode(), equalTo(200));
        assertSignedIn(laptop, false);
    }

    @Test
    void whatIsKnownOfSessionsDoesNotOutliveThem() {
        var known = redis.key().keys("identity:sessions-of-*");

        assertTrue(known.stream().anyMatch(key -> key.endsWith(onLaptop)));
        assertTrue(known.stream().anyMatch(key -> key.endsWith(subject)));
        for (var key : known) {
            var left = redis.key().ttl(key);
            assertTrue(left > 0 && left <= Duration.ofHours(12).toSeconds(), key + ": " + left + " s");
        }
    }

    private Browser signedIn(String session) {
        var browser = new Browser(provider);
        browser.signIn(subject, Tokens.access(subject, LIFE, session));
        assertSignedIn(browser, true);
        return browser;
    }

    private static void assertSignedIn(Browser browser, boolean expected) {
        browser.session().then().statusCode(200).body("signedIn", equalTo(expected));
    }

    private List<String> told() {
        return ToldSignOuts.of(subject, redis).stream()
                .map(data -> data.getString("session"))
                .toList();
    }
}
