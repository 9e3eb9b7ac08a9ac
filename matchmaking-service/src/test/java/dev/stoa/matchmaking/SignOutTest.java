package dev.stoa.matchmaking;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stoa.matchmaking.support.Person;
import dev.stoa.matchmaking.support.SignalingRedis;
import dev.stoa.matchmaking.support.TestWorld;
import dev.stoa.matchmaking.support.Watcher;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Who signs out in one browser is gone within seconds, there and nowhere else. */
@QuarkusTest
@WithTestResource(TestWorld.class)
class SignOutTest {

    private static final String FIELD = "0542";
    private static final Map<String, Object> QUESTION = Map.of("field", FIELD, "problem", "Why?");

    private static SignalingRedis redis;

    private final String laptop = "laptop-" + UUID.randomUUID();
    private final String phone = "phone-" + UUID.randomUUID();
    private final Person ada =
            Person.named("Ada").speaking("is").offering(FIELD).claiming("sid", laptop);
    private final Person eve = Person.named("Eve").speaking("is").offering(FIELD);

    @BeforeAll
    static void connect() {
        redis = new SignalingRedis();
    }

    @AfterAll
    static void disconnect() {
        redis.close();
    }

    /** Places of other tests count what is left here. */
    @AfterEach
    void leaveNothingOpen() {
        eve.stop();
        signOut(laptop);
        signOut(phone);
        ada.claiming("sid", "tablet");
        await().until(() -> ada.standing("ticket") == null && ada.standing("availability") == null);
    }

    @Test
    void theStreamOfTheSessionEndsAndItsTokenIsRefused() {
        try (Watcher watcher = Watcher.of(ada)) {
            signOut(laptop);

            await("the end of the stream").atMost(Duration.ofSeconds(5)).until(watcher::ended);
        }
        for (var answer : List.of(
                ada.get("/standing"), ada.get("/events"), ada.get("/availability"), ada.post("/tickets", QUESTION))) {
            answer.statusCode(401)
                    .contentType("application/problem+json")
                    .header("WWW-Authenticate", equalTo("Bearer error=\"invalid_token\""))
                    .body("type", equalTo("/problems/unauthorized"));
        }
    }

    @Test
    void anotherDeviceOfTheSameAccountGoesOn() {
        ada.beAvailable(FIELD);
        ada.claiming("sid", phone);
        try (Watcher onPhone = Watcher.of(ada)) {
            signOut(laptop);

            assertEquals("by-account", onPhone.next("availability-ended").getString("reason"));
            ada.beAvailable(FIELD);
            onPhone.next("availability");
            assertFalse(onPhone.ended());

            signOut(phone);
            await("the end of the stream").atMost(Duration.ofSeconds(5)).until(onPhone::ended);
        }
    }

    @Test
    void whoSignsInAgainInTheSameSessionOfTheProviderIsLetIn() {
        signOut(laptop);
        await().until(() -> ada.request().get("/standing").statusCode() == 401);

        ada.withTokenFor(600);

        ada.get("/standing").statusCode(200);
    }

    @Test
    void aQuestionIsTakenBackWithTheSessionThatHasAsked() {
        String ticket = ada.ask(FIELD);
        ada.claiming("sid", phone);

        signOut(laptop);

        await().until(() -> ada.standing("ticket") == null);
        ada.get("/tickets/" + ticket).body("state", equalTo("cancelled")).body("reason", equalTo("by-learner"));
    }

    @Test
    void theCallOfTheSessionEndsAndItsSocketsAreClosed() {
        ada.ask(FIELD);
        eve.beAvailable(FIELD);
        String match = eve.talkTo(ada);
        String room = redis.send(
                        Request.cmd(Command.HGET).arg("{mm}:match:" + match).arg("room"))
                .toString();

        signOut(phone);
        ada.claiming("sid", phone);
        await().until(() -> ada.request().get("/standing").statusCode() == 401);
        assertEquals(match, eve.standing("match.id"));

        signOut(laptop);

        await().until(() -> eve.standing("match") == null);
        eve.get("/matches/" + match).body("reason", equalTo("left"));
        await().atMost(Duration.ofSeconds(3)).untilAsserted(() -> assertTrue(redis.isEnded(room)));
    }

    private void signOut(String session) {
        long until = Instant.now().plusSeconds(300).getEpochSecond();
        Request request = Request.cmd(Command.XADD).arg("{id}:accounts").arg("*");
        List.of(
                        "type",
                        "signed-out",
                        "account",
                        ada.account(),
                        "data",
                        "{\"session\":\"" + session + "\",\"until\":" + until + "}")
                .forEach(request::arg);
        redis.send(request);
    }
}
