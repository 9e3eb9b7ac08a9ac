package dev.stoa.matchmaking;

import static dev.stoa.matchmaking.support.ProblemCheck.problem;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import dev.stoa.matchmaking.support.Person;
import dev.stoa.matchmaking.support.TestIntegrator;
import dev.stoa.matchmaking.support.TestWorld;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Who comes into the sandbox, and how many. */
@QuarkusTest
@WithTestResource(TestWorld.class)
class SandboxDoorTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Map<String, Object> NOBODY = Map.of("scenario", "nobody");

    @Test
    void anIntegratorHasSoManyPlacesAndTakesNobodyElses() {
        TestIntegrator eager = TestIntegrator.with("tickets sandbox");
        List<String> tickets = IntStream.range(0, 12)
                .mapToObj(i -> eager.post("/tickets", wish(NOBODY, "student-" + i))
                        .statusCode(201)
                        .extract()
                        .<String>path("id"))
                .toList();

        problem(eager.post("/tickets", wish(NOBODY, "one-more")), 429)
                .body("type", endsWith("/sandbox-full"))
                .header("Retry-After", equalTo("5"));
        TestIntegrator other = TestIntegrator.with("tickets sandbox");
        String others = other.post("/tickets", wish(NOBODY, "student"))
                .statusCode(201)
                .extract()
                .path("id");

        eager.post("/tickets/" + tickets.getFirst() + "/cancel").statusCode(200);
        await().atMost(PATIENCE)
                .until(() -> eager.post("/tickets", wish(NOBODY, "one-more"))
                                .extract()
                                .statusCode()
                        == 201);
        other.post("/tickets/" + others + "/cancel").statusCode(200);
        eager.get("/tickets?state=open")
                .extract()
                .<List<String>>path("items.id")
                .forEach(id -> eager.post("/tickets/" + id + "/cancel").statusCode(200));
    }

    @Test
    void whoFoundNoRoomComesInLaterWithTheSameKey() {
        TestIntegrator eager = TestIntegrator.with("tickets sandbox");
        List<String> tickets = IntStream.range(0, 12)
                .mapToObj(i -> eager.post("/tickets", wish(NOBODY, "student-" + i))
                        .statusCode(201)
                        .extract()
                        .<String>path("id"))
                .toList();
        Supplier<ValidatableResponse> oneMore = () -> eager.request()
                .header("Idempotency-Key", "one-more")
                .body(wish(NOBODY, "one-more"))
                .post("/tickets")
                .then();
        problem(oneMore.get(), 429).body("type", endsWith("/sandbox-full"));

        tickets.forEach(id -> eager.post("/tickets/" + id + "/cancel").statusCode(200));

        await().atMost(PATIENCE).until(() -> oneMore.get().extract().statusCode() == 201);
        eager.get("/tickets?state=open")
                .extract()
                .<List<String>>path("items.id")
                .forEach(id -> eager.post("/tickets/" + id + "/cancel").statusCode(200));
    }

    @Test
    void onlyTheScopeOpensTheSandboxAndWithItAloneThereIsNothingElse() {
        Map<String, Object> wish = wish(NOBODY, "student");
        problem(TestIntegrator.with("tickets").post("/tickets", wish), 403).body("scope", equalTo("sandbox"));

        TestIntegrator beginner = TestIntegrator.with("sandbox");
        problem(beginner.post("/tickets", TestIntegrator.wish("student", "0613")), 403)
                .body("scope", equalTo("tickets"));
        String id = beginner.post("/tickets", wish).statusCode(201).extract().path("id");
        beginner.get("/tickets?state=open").statusCode(200).body("items[0].sandbox", equalTo(true));
        beginner.post("/tickets/" + id + "/cancel").statusCode(200);
        problem(
                Person.named("Ada")
                        .post(
                                "/tickets",
                                Map.of("field", "0613", "problem", "Why?", "sandbox", Map.of("scenario", "accepts"))),
                400);
    }

    private static Map<String, Object> wish(Map<String, Object> sandbox, String learner) {
        return Practice.wish(sandbox, "0613", learner);
    }
}
