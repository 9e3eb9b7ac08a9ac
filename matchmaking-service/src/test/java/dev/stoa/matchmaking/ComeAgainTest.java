package dev.stoa.matchmaking;

import static dev.stoa.matchmaking.support.ProblemCheck.problem;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.stoa.matchmaking.support.Passing;
import dev.stoa.matchmaking.support.Person;
import dev.stoa.matchmaking.support.SignalingRedis;
import dev.stoa.matchmaking.support.TestWorld;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever is told to come again, and does so with the same Idempotency-Key, is heard. */
@QuarkusTest
@WithTestResource(TestWorld.class)
class ComeAgainTest {

    private static final long HOUR = 3_600_000;

    private final Person ada = Person.named("Ada");
    private final String key = UUID.randomUUID().toString();

    private String ticket;

    @BeforeEach
    void ask() {
        ticket = ada.ask("0541");
    }

    @AfterEach
    void cancel() {
        ada.post("/tickets/" + ticket + "/cancel").statusCode(200);
    }

    @Test
    void withTheETagThatIsRightNow() {
        problem(move("pause", "\"999\""), 412);
        String now = ada.get("/tickets/" + ticket).extract().header("ETag");

        move("pause", now)
                .statusCode(200)
                .header("Idempotent-Replayed", nullValue())
                .body("state", equalTo("paused"));

        move("pause", "\"999\"").statusCode(200).header("Idempotent-Replayed", "true");
    }

    @Test
    void onceRetryAfterHasPassed() {
        ada.post("/tickets/" + ticket + "/pause").statusCode(200);
        coolDown();
        problem(move("resume", "*"), 409)
                .header("Retry-After", notNullValue())
                .body("type", equalTo("/problems/cooling-down"));
        problem(move("resume", "*"), 409).header("Idempotent-Replayed", nullValue());
        Passing.coolDown(ada, ticket);

        move("resume", "*").statusCode(200).body("state", equalTo("queued"));
    }

    private ValidatableResponse move(String move, String ifMatch) {
        return ada.request()
                .header("Idempotency-Key", key)
                .header("If-Match", ifMatch)
                .post("/tickets/" + ticket + "/" + move)
                .then();
    }

    /** What is left when somebody did not answer. */
    private void coolDown() {
        long until = System.currentTimeMillis() + HOUR;
        try (SignalingRedis redis = new SignalingRedis()) {
            redis.send(Request.cmd(Command.HSET)
                    .arg("{mm}:ticket:" + ticket)
                    .arg("resumableAt")
                    .arg(until));
            redis.send(Request.cmd(Command.HSET)
                    .arg("{mm}:misses:" + ada.account())
                    .arg("until")
                    .arg(until));
        }
    }
}
