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
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An Idempotency-Key that comes again after its answer was forgotten. */
@QuarkusTest
@WithTestResource(TestWorld.class)
class ReusedKeysTest {

    private static final Duration LONG_AGO = Duration.ofHours(25);

    private final TestIntegrator school = TestIntegrator.with("tickets");

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
        forget(first);

        JsonPath second = ask("student-2");

        assertNotEquals(first.getString("id"), second.getString("id"));
        see(first, "queued", "student-1");
        see(second, "queued", "student-2");
    }

    @Test
    void aRetryWhoseTicketIsOverMeanwhileGetsThatTicket() {
        JsonPath first = ask("student-1");
        school.cancel(first);
        forget(first);

        JsonPath again = ask("student-1");

        assertEquals(first.getString("id"), again.getString("id"));
        assertEquals("cancelled", again.getString("state"));
    }

    @Test
    void aDayLaterItMakesOneNewTicket() {
        JsonPath first = ask("student-1");
        school.cancel(first);
        forget(first);
        long created = System.currentTimeMillis() - LONG_AGO.toMillis();
        queue.redis(Command.HSET, "{mm}:ticket:" + first.getString("id"), "createdAt", created);

        JsonPath second = ask("student-1");
        forget(second);
        JsonPath retried = ask("student-1");

        assertNotEquals(first.getString("id"), second.getString("id"));
        see(first, "cancelled", "student-1");
        see(second, "queued", "student-1");
        assertEquals(second.getString("id"), retried.getString("id"));
    }

    private JsonPath ask(String learner) {
        return school.request()
                .header("Idempotency-Key", "every-day-the-same")
                .body(TestIntegrator.wish(learner, "0541"))
                .post("/tickets")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    /** Lets the time pass for which the answer with this ticket is remembered. */
    private void forget(JsonPath ticket) {
        queue.redis(Command.KEYS, "{mm}:request:*").stream()
                .map(String::valueOf)
                .filter(request ->
                        queue.redis(Command.HGET, request, "answer").toString().contains(ticket.getString("id")))
                .forEach(request -> queue.redis(Command.DEL, request));
    }

    private void see(JsonPath ticket, String state, String learner) {
        school.get("/tickets/" + ticket.getString("id"))
                .statusCode(200)
                .body("state", equalTo(state))
                .body("learner.externalId", equalTo(learner));
    }
}
