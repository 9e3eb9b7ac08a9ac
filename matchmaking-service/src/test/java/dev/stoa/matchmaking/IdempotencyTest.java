package dev.stoa.matchmaking;

import static dev.stoa.matchmaking.support.ProblemCheck.problem;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.stoa.matchmaking.support.ApiCaller;
import dev.stoa.matchmaking.support.Person;
import dev.stoa.matchmaking.support.TestIntegrator;
import dev.stoa.matchmaking.support.TestQueue;
import dev.stoa.matchmaking.support.TestWorld;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A request with an Idempotency-Key can be sent again and again, and is done once. */
@QuarkusTest
@WithTestResource(TestWorld.class)
class IdempotencyTest {

    private final Person ada = Person.named("Ada");
    private final String key = UUID.randomUUID().toString();

    @ConfigProperty(name = "stoa.queue.redis-url")
    String redis;

    @Test
    void aHundredEqualRequestsAtOnceMakeOneTicketAndGetOneAnswer() throws Exception {
        TestIntegrator school = TestIntegrator.with("tickets");
        Map<String, Object> wish = TestIntegrator.wish("student", "0541");
        try (ExecutorService crowd = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Response> one = () ->
                    school.request().header("Idempotency-Key", key).body(wish).post("/tickets");
            List<Future<Response>> answers =
                    IntStream.range(0, 100).mapToObj(i -> crowd.submit(one)).toList();
            Set<String> bodies = new HashSet<>();
            for (Future<Response> answer : answers) {
                assertEquals(201, answer.get().statusCode());
                bodies.add(answer.get().body().asString());
            }
            assertEquals(1, bodies.size(), () -> "different answers: " + bodies);
        }
    }

    @Test
    void theSameKeyWithAnotherRequestIsAMistake() {
        String ticket =
                post(ada, "/tickets", wish("One")).statusCode(201).extract().path("id");

        problem(post(ada, "/tickets", wish("Another")), 422).body("type", equalTo("/problems/idempotency-key-reused"));
        problem(post(ada, "/tickets/" + ticket + "/cancel", Map.of()), 422);
        post(ada, "/tickets", wish("One"))
                .statusCode(201)
                .header("Idempotent-Replayed", "true")
                .header("Location", notNullValue())
                .contentType("application/json")
                .body("id", equalTo(ticket));
        ada.post("/tickets/" + ticket + "/cancel").statusCode(200);
    }

    @Test
    void everyCallerHasKeysOfItsOwn() {
        Person bob = Person.named("Bob");
        String adas =
                post(ada, "/tickets", wish("Help")).statusCode(201).extract().path("id");
        String bobs =
                post(bob, "/tickets", wish("Help")).statusCode(201).extract().path("id");

        assertNotEquals(adas, bobs);
        ada.post("/tickets/" + adas + "/cancel").statusCode(200);
        bob.post("/tickets/" + bobs + "/cancel").statusCode(200);
    }

    @Test
    void aRefusalIsRememberedAndAMalformedRequestIsNot() {
        problem(post(ada, "/tickets", Map.of("field", "0613")), 400);
        String ticket =
                post(ada, "/tickets", wish("Help")).statusCode(201).extract().path("id");
        String other = UUID.randomUUID().toString();
        problem(with(other).body(wish("Two")).post("/tickets").then(), 409);
        ada.post("/tickets/" + ticket + "/cancel").statusCode(200);

        problem(with(other).body(wish("Two")).post("/tickets").then(), 409)
                .header("Idempotent-Replayed", "true")
                .body("type", equalTo("/problems/active-ticket-exists"))
                .body("ticketId", equalTo(ticket));
    }

    @Test
    void afterAFailureOfOursTheSameRequestIsDone() {
        Person eve = Person.named("Eve").claiming("identity", "broken");
        problem(post(eve, "/tickets", wish("Help")), 503);
        eve.claiming("identity", "up");

        String ticket =
                post(eve, "/tickets", wish("Help")).statusCode(201).extract().path("id");
        eve.post("/tickets/" + ticket + "/cancel").statusCode(200);
    }

    @Test
    void anInstanceThatDiesBeforeItRemembersMakesNoSecondTicket() throws Exception {
        String ticket =
                post(ada, "/tickets", wish("Help")).statusCode(201).extract().path("id");
        Vertx vertx = Vertx.vertx();
        try (TestQueue queue = new TestQueue(vertx, redis)) {
            // What is left when the instance dies: the claim, which nobody will ever end, and no answer.
            List<String> requests = queue.redis(Command.KEYS, "{mm}:request:*").stream()
                    .map(String::valueOf)
                    .filter(request -> String.valueOf(queue.redis(Command.HGET, request, "answer"))
                            .contains(ticket))
                    .toList();
            assertEquals(1, requests.size());
            queue.redis(Command.HDEL, requests.getFirst(), "answer");
            problem(post(ada, "/tickets", wish("Help")), 409)
                    .header("Retry-After", "1")
                    .body("type", equalTo("/problems/request-in-flight"));
            queue.redis(Command.HSET, requests.getFirst(), "deadline", 1);

            post(ada, "/tickets", wish("Help")).statusCode(201).body("id", equalTo(ticket));
            post(ada, "/tickets", wish("Help")).statusCode(201).header("Idempotent-Replayed", "true");
        } finally {
            vertx.close();
        }
        ada.post("/tickets/" + ticket + "/cancel").statusCode(200);
    }

    @Test
    void requestsWithoutABodyAreRememberedToo() {
        String ticket = ada.ask("0541");

        with(key).post("/tickets/" + ticket + "/cancel").then().statusCode(200).body("state", equalTo("cancelled"));
        with("\"" + key + "\"")
                .post("/tickets/" + ticket + "/cancel")
                .then()
                .statusCode(200)
                .header("Idempotent-Replayed", "true")
                .body("state", equalTo("cancelled"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"two words", "\"\"", "é"})
    void aKeyThatCannotBeOneIsRefused(String bad) {
        problem(with(bad).body(wish("Help")).post("/tickets").then(), 400)
                .body("type", equalTo("/problems/bad-idempotency-key"));
        problem(with("x".repeat(256)).body(wish("Help")).post("/tickets").then(), 400);
    }

    private static Map<String, Object> wish(String problem) {
        return Map.of("field", "0541", "problem", problem);
    }

    private ValidatableResponse post(ApiCaller caller, String path, Object body) {
        return caller.request()
                .header("Idempotency-Key", key)
                .body(body)
                .post(path)
                .then();
    }

    private RequestSpecification with(String header) {
        return ada.request().header("Idempotency-Key", header);
    }
}
