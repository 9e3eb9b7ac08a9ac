package dev.stoa.matchmaking;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.stoa.matchmaking.support.TestIntegrator;
import dev.stoa.matchmaking.support.TestQueue;
import dev.stoa.matchmaking.support.TestWorld;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An Idempotency-Key that comes again after its answer was forgotten. */
@QuarkusTest
@WithTestResource(TestWorld.class)
class ReusedKeysTest {

    private static final Duration LONG_AGO = Duration.ofHours(25);
    private static final Map<String, Object> HOOK = Map.of("url", "http://127.0.0.1:19999/hook");

    private final TestIntegrator school = TestIntegrator.with("tickets webhooks");

    @Inject
    Vertx vertx;

    @ConfigProperty(name = "stoa.queue.redis-url")
    String redis;

    private TestQueue queue;

    @BeforeEach
    void connect() {
        queue = new TestQueue(vertx, redis);
    }

    @AfterEach
    void cancel() {
        school.get("/tickets?state=open").extract().jsonPath().<String>getList("items.id").stream()
                .forEach(id -> school.post("/tickets/" + id + "/cancel").statusCode(200));
        queue.close();
    }

    @Test
    void itLeadsAnotherLearnerToAnotherTicketAndLeavesTheFirstOneAlone() {
        JsonPath first = ask("student-1");
        forget();

        JsonPath second = ask("student-2");

        assertNotEquals(first.getString("id"), second.getString("id"));
        see(first, "queued", "student-1");
        see(second, "queued", "student-2");
    }

    @Test
    void aRetryWhoseTicketIsOverMeanwhileGetsThatTicket() {
        JsonPath first = ask("student-1");
        school.cancel(first);
        die();

        JsonPath again = ask("student-1");

        assertEquals(first.getString("id"), again.getString("id"));
        assertEquals("cancelled", again.getString("state"));
    }

    @Test
    void aDayLaterItMakesOneNewTicket() {
        JsonPath first = ask("student-1");
        school.cancel(first);
        forget();

        JsonPath second = ask("student-1");
        die();
        JsonPath retried = ask("student-1");

        assertNotEquals(first.getString("id"), second.getString("id"));
        see(first, "cancelled", "student-1");
        see(second, "queued", "student-1");
        assertEquals(second.getString("id"), retried.getString("id"));
    }

    @Test
    void aTicketThatNobodyCanAskForAnyMoreKeepsItsId() {
        JsonPath first = ask("student-1");
        school.cancel(first);
        forget();
        queue.redis(Command.DEL, "{mm}:ticket:" + first.getString("id"));

        assertNotEquals(first.getString("id"), ask("student-1").getString("id"));
    }

    @Test
    void whatTheVersionBeforeBeganIsFoundUnderTheIdThatFollowsFromTheKey() {
        school.cancel(ask("student-1"));
        dieAsTheVersionBefore();
        JsonPath theirs = ask("student-1");
        dieAsTheVersionBefore();
        assertEquals(theirs.getString("id"), ask("student-1").getString("id"));
        school.cancel(theirs);
        long created = System.currentTimeMillis() - LONG_AGO.toMillis();
        queue.redis(Command.HSET, "{mm}:ticket:" + theirs.getString("id"), "createdAt", created);
        dieAsTheVersionBefore();

        JsonPath next = ask("student-1");
        dieAsTheVersionBefore();

        assertNotEquals(theirs.getString("id"), next.getString("id"));
        assertEquals(next.getString("id"), ask("student-1").getString("id"));
    }

    @Test
    void aDayLaterASecretIsChangedAgain() {
        String path = "/webhooks/" + school.post("/webhooks", HOOK).extract().path("id") + "/rotate";
        String first = send(path, "", 200).getString("secret");
        die();
        assertEquals(first, send(path, "", 200).getString("secret"));
        forget();

        JsonPath second = send(path, "", 200);

        assertNotEquals(first, second.getString("secret"));
        assertEquals(3, second.getInt("revision"));
    }

    @Test
    void aDayLaterAnotherWebhookIsMadeWithASecretOfItsOwn() {
        JsonPath first = hook();
        die();
        assertEquals(first.getString("secret"), hook().getString("secret"));
        forget();

        JsonPath second = hook();

        assertNotEquals(first.getString("id"), second.getString("id"));
        assertNotEquals(first.getString("secret"), second.getString("secret"));
    }

    private JsonPath ask(String learner) {
        return send("/tickets", TestIntegrator.wish(learner, "0541"), 201);
    }

    private JsonPath hook() {
        return send("/webhooks", HOOK, 201);
    }

    private JsonPath send(String path, Object body, int status) {
        return school.request()
                .header("Idempotency-Key", "every-day-the-same")
                .body(body)
                .post(path)
                .then()
                .statusCode(status)
                .extract()
                .jsonPath();
    }

    /** Lets the time pass for which answers are remembered. */
    private void forget() {
        requests().forEach(request -> queue.redis(Command.DEL, request));
    }

    /** What is left when the instance died before it remembered, and enough time has passed to be sure of that. */
    private void die() {
        requests().forEach(request -> {
            queue.redis(Command.HDEL, request, "answer");
            queue.redis(Command.HSET, request, "deadline", 1);
        });
    }

    /** The same when it was one of the version before. */
    private void dieAsTheVersionBefore() {
        die();
        requests().forEach(request -> queue.redis(Command.HDEL, request, "seed"));
    }

    private List<String> requests() {
        return queue.redis(Command.KEYS, "{mm}:request:*").stream()
                .map(String::valueOf)
                .toList();
    }

    private void see(JsonPath ticket, String state, String learner) {
        school.get("/tickets/" + ticket.getString("id"))
                .statusCode(200)
                .body("state", equalTo(state))
                .body("learner.externalId", equalTo(learner));
    }
}
