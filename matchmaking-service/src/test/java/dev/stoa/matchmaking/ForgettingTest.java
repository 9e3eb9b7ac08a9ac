package dev.stoa.matchmaking;

import static dev.stoa.matchmaking.support.ProblemCheck.problem;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;

import dev.stoa.matchmaking.support.ApiCaller;
import dev.stoa.matchmaking.support.Guest;
import dev.stoa.matchmaking.support.Person;
import dev.stoa.matchmaking.support.Receiver;
import dev.stoa.matchmaking.support.SignalingRedis;
import dev.stoa.matchmaking.support.TestIntegrator;
import dev.stoa.matchmaking.support.TestPostgres;
import dev.stoa.matchmaking.support.TestWorld;
import dev.stoa.matchmaking.support.Watcher;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who wishes to be forgotten is: nothing is left open, and neither name nor words in the database. */
@QuarkusTest
@WithTestResource(TestWorld.class)
class ForgettingTest {

    /** In names and words of this test alone. */
    private final String mark = UUID.randomUUID().toString().substring(0, 8);

    private final TestIntegrator school = TestIntegrator.with("tickets webhooks sandbox");
    private final Receiver receiver = new Receiver();

    TestPostgres postgres;

    @AfterEach
    void close() {
        receiver.close();
    }

    @Test
    void nothingIsLeftOfAnIntegratorsForgottenLearner() throws SQLException {
        school.webhook(receiver);
        Person bob = Person.named("Bob").offering("0612");
        Guest ada = Guest.of(ask("student " + mark).getString("joinLink"));
        bob.beAvailable("0612");
        String match = bob.talkTo(ada);
        bob.post("/matches/" + match + "/leave").statusCode(204);
        bob.stop();
        ada.put(
                        "/matches/" + match + "/rating",
                        Map.of("stars", 5, "reasons", List.of("clear"), "words", "Kind " + mark))
                .statusCode(204);
        String open = ask("student " + mark).getString("id");
        await().until(() -> mentions().keySet(), equalTo(Set.of("match", "rating", "ticket", "webhook_delivery")));

        try (Watcher watcher = Watcher.of(ada)) {
            forget(school, "student " + mark);

            await("the end of the stream").until(watcher::ended);
        }
        school.get("/tickets/" + open).body("state", equalTo("cancelled"));
        problem(ada.get("/standing"), 401);
        await().until(this::mentions, equalTo(Map.of()));
        forget(school, "student " + mark);
    }

    @Test
    void aCallOfAForgottenLearnerEnds() {
        Person bob = Person.named("Bob").offering("0612");
        Guest ada = Guest.of(ask("student " + mark).getString("joinLink"));
        bob.beAvailable("0612");
        String match = bob.talkTo(ada);

        forget(school, "student " + mark);

        bob.get("/matches/" + match).body("state", equalTo("completed")).body("reason", equalTo("left"));
        bob.stop();
    }

    @Test
    void whoIsForgottenInTheSandboxTooHasNothingOpenThere() {
        Map<String, Object> wish = new HashMap<>(TestIntegrator.wish("class\\3;50% /.. " + mark, "0612"));
        wish.put("sandbox", Map.of("scenario", "nobody"));
        String ticket = school.post("/tickets", wish).statusCode(201).extract().path("id");

        forget(school, "class\\3;50% /.. " + mark);

        school.get("/tickets/" + ticket).body("state", equalTo("cancelled"));
    }

    @Test
    void onlyItsOwnIntegratorHasALearnerForgotten() {
        JsonPath ticket = ask("student " + mark);
        forget(TestIntegrator.with("tickets"), "student " + mark);
        for (ApiCaller other : List.of(TestIntegrator.with("events"), Person.named("Eve"))) {
            problem(
                    other.request()
                            .queryParam("externalId", "student " + mark)
                            .delete("/learners")
                            .then(),
                    403);
        }

        school.get("/tickets/" + ticket.getString("id")).body("state", equalTo("queued"));
        Guest.of(ticket.getString("joinLink")).get("/standing").statusCode(200);
        school.cancel(ticket);
    }

    @Test
    void whoWasForgottenCanBeAskedForAgain() {
        JsonPath before = ask("student " + mark);
        forget(school, "student " + mark);

        JsonPath after = ask("student " + mark);

        Guest.of(after.getString("joinLink")).get("/standing").statusCode(200);
        problem(Guest.of(before.getString("joinLink")).get("/standing"), 401);
        school.cancel(after);
    }

    @Test
    void deliveriesThatNameADeletedExpertAreGone() throws SQLException {
        String webhook = "/webhooks/" + school.webhook(receiver).getString("id") + "/deliveries";
        Person bob = Person.named("Bob" + mark).offering("0612");
        JsonPath ticket = school.ask("student", "0612");
        bob.beAvailable("0612");
        String match = bob.talkTo(Guest.of(ticket.getString("joinLink")));
        bob.post("/matches/" + match + "/leave").statusCode(204);
        bob.stop();
        await().until(() -> receiver.types().contains("match.ended"));
        String named = receiver.calls().stream()
                .filter(call -> call.type().equals("match.matched"))
                .findFirst()
                .orElseThrow()
                .id();
        await().until(() -> mentions().keySet(), equalTo(Set.of("match", "webhook_delivery")));

        try (SignalingRedis redis = new SignalingRedis()) {
            Request deleted = Request.cmd(Command.XADD).arg("{id}:accounts").arg("*");
            List.of("type", "deleted", "account", bob.account(), "data", "{}").forEach(deleted::arg);
            redis.send(deleted);
        }

        await().until(this::mentions, equalTo(Map.of()));
        problem(school.post(webhook + "/" + named + "/replay"), 404);
        school.get(webhook).body("items.size()", is(greaterThan(0)));
    }

    private JsonPath ask(String externalId) {
        Map<String, Object> wish = new HashMap<>(TestIntegrator.wish(externalId, "0612"));
        wish.put("problem", "A loop of " + mark);
        return school.post("/tickets", wish).statusCode(201).extract().jsonPath();
    }

    private static void forget(TestIntegrator integrator, String externalId) {
        integrator
                .request()
                .queryParam("externalId", externalId)
                .delete("/learners")
                .then()
                .statusCode(204);
    }

    /** How many rows of which tables have the mark in what people read. */
    private Map<String, Long> mentions() throws SQLException {
        Map<String, Long> found = new HashMap<>();
        try (Connection connection =
                        DriverManager.getConnection("jdbc:" + postgres.url(), TestPostgres.USER, TestPostgres.USER);
                var statement = connection.createStatement()) {
            for (String table :
                    List.of("match", "rating", "relation", "ticket", "refused_record", "webhook_delivery")) {
                try (var rows = statement.executeQuery(
                        "select count(*) from " + table + " as t where t::text ilike '%" + mark + "%'")) {
                    rows.next();
                    if (rows.getLong(1) > 0) {
                        found.put(table, rows.getLong(1));
                    }
                }
            }
        }
        return found;
    }
}
