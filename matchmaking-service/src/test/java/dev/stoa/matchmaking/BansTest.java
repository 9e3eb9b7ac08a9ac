package dev.stoa.matchmaking;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
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
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What identity-service tells of accounts takes effect within seconds. */
@QuarkusTest
@WithTestResource(TestWorld.class)
class BansTest {

    /** How soon signaling has to hear of a ban, so that the sockets are closed five seconds after it. */
    private static final Duration SOON = Duration.ofSeconds(3);

    private static SignalingRedis redis;

    private final Person ada = Person.named("Ada").speaking("is");
    private final Person eve = Person.named("Eve").speaking("is").offering("0542");

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
        tell("banned", ada, "{}");
        await().until(() -> ada.request().get("/standing").statusCode() == 403);
    }

    @Test
    void theBannedAreToldWhatEndsAndThenShutOut() {
        ada.ask("0542");
        try (Watcher watcher = Watcher.of(ada)) {
            tell("banned", ada, "{\"reason\":\"Rude\"}");

            assertEquals("by-administrator", watcher.next("ticket").getString("ticket.reason"));
            await("the end of the stream").until(watcher::ended);
        }
        for (var answer : List.of(
                ada.get("/standing"),
                ada.get("/events"),
                ada.get("/availability"),
                ada.post("/tickets", Map.of("field", "0542", "problem", "Help")))) {
            answer.statusCode(403)
                    .contentType("application/problem+json")
                    .body("type", equalTo("/problems/account-banned"));
        }

        tell("unbanned", ada, "{}");

        await().until(() -> ada.request().get("/standing").statusCode() == 200);
        ada.post("/tickets/" + ada.ask("0542") + "/cancel").statusCode(200);
    }

    @Test
    void whoHasDeletedTheAccountIsNotToldOfABanButToSignInAgain() {
        tell("deleted", ada, "{}");

        await().until(() -> ada.request().get("/standing").statusCode() == 401);
        ada.post("/tickets", Map.of("field", "0542", "problem", "Help"))
                .statusCode(401)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/unauthorized"));

        tell("unbanned", ada, "{}");

        await().until(() -> ada.request().get("/standing").statusCode() == 200);
    }

    @Test
    void aBanThatIsKnownOnlyToIdentityIsNoOutage() {
        Person mallory = Person.named("Mallory").claiming("identity", "banned");

        mallory.post("/tickets", Map.of("field", "0542", "problem", "Help"))
                .statusCode(403)
                .body("type", equalTo("/problems/account-banned"));
    }

    @Test
    void aRequestThatPassedTheDoorJustBeforeTheBanOpensNothing() {
        redis.send(Request.cmd(Command.SET).arg("{mm}:banned:" + eve.account()).arg("1"));

        for (var answer : List.of(
                eve.put("/availability", Map.of("fields", List.of("0542"))),
                eve.post("/tickets", Map.of("field", "0542", "problem", "Help")))) {
            answer.statusCode(403).body("type", equalTo("/problems/account-banned"));
        }

        tell("unbanned", eve, "{}");
        await().until(() -> eve.request()
                        .body(Map.of("fields", List.of("0542")))
                        .put("/availability")
                        .statusCode()
                == 200);
    }

    @Test
    void theCallOfTheBannedEndsAndSignalingKeepsThemOut() {
        String ticket = ada.ask("0542");
        eve.beAvailable("0542");
        String offer = await().until(() -> eve.standing("offer.id"), Objects::nonNull);
        eve.post("/offers/" + offer + "/accept").statusCode(200);
        ada.post("/tickets/" + ticket + "/ready").statusCode(200);
        String match = await().until(() -> ada.standing("match.id"), Objects::nonNull);
        String room = redis.send(
                        Request.cmd(Command.HGET).arg("{mm}:match:" + match).arg("room"))
                .toString();

        tell("banned", ada, "{}");

        await().until(() -> eve.standing("match.id") == null);
        await().atMost(SOON).untilAsserted(() -> {
            List<List<String>> commands =
                    redis
                            .send(Request.cmd(Command.XRANGE)
                                    .arg("sig:room-commands")
                                    .arg("-")
                                    .arg("+"))
                            .stream()
                            .map(entry ->
                                    entry.get(1).stream().map(String::valueOf).toList())
                            .toList();
            List<String> removal = commands.stream()
                    .filter(command ->
                            command.get(1).equals("remove") && command.get(3).equals(room))
                    .findFirst()
                    .orElseThrow();
            assertEquals(List.of("command", "remove", "room"), removal.subList(0, 3));
            String key = "sig:{" + removal.get(3) + "}:removed";
            assertEquals(
                    1,
                    redis.send(Request.cmd(Command.SISMEMBER).arg(key).arg(removal.get(5)))
                            .toInteger());
            assertTrue(redis.send(Request.cmd(Command.TTL).arg(key)).toInteger() > 43_000);
            assertTrue(redis.isEnded(removal.get(3)));
        });
    }

    @Test
    void whatIdentitySaysIsRememberedUntilItTellsOfAChange() {
        Person expert = Person.named("Eve").offering("0542").claiming("unverified", List.of("0542"));
        expert.put("/availability", Map.of("fields", List.of("0542"))).statusCode(403);
        expert.claiming("unverified", List.of());
        expert.put("/availability", Map.of("fields", List.of("0542")))
                .statusCode(403)
                .body("type", equalTo("/problems/field-not-verified"));

        tell("fields", expert, "{\"displayName\":\"Eve\",\"languages\":[\"en\"],\"fields\":[]}");

        await().until(() -> expert.request()
                        .body(Map.of("fields", List.of("0542")))
                        .put("/availability")
                        .statusCode()
                == 200);
        expert.stop();
    }

    private static void tell(String type, Person person, String data) {
        Request request = Request.cmd(Command.XADD).arg("{id}:accounts").arg("*");
        List.of("type", type, "account", person.account(), "data", data).forEach(request::arg);
        redis.send(request);
    }
}
