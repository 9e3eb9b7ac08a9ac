package dev.stoa.matchmaking;

import static dev.stoa.matchmaking.support.ProblemCheck.problem;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.stoa.matchmaking.support.Person;
import dev.stoa.matchmaking.support.TestWorld;
import dev.stoa.matchmaking.support.Watcher;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An expert accepts, and hangs up while the learner is still on the way. */
@QuarkusTest
@WithTestResource(TestWorld.class)
class LeftEarlyTest {

    @Test
    void theLearnerWaitsAgainAtTheOldPlaceAndThereWasNoCall() {
        Person ada = Person.named("Ada").speaking("mt");
        Person bob = Person.named("Bob").speaking("mt");
        try (Watcher adas = Watcher.of(ada)) {
            String ticket = ada.ask("0613");
            bob.beAvailable("0613");
            String match = bob.meet(ada);

            bob.post("/matches/" + match + "/leave").statusCode(204);

            assertEquals("withdrawn", adas.next("match-ended").getString("reason"));
            ada.get("/tickets/" + ticket)
                    .body("state", equalTo("queued"))
                    .body("place", equalTo(1))
                    .body("matchId", nullValue());
            assertEquals("available", bob.standing("availability.state"));
            problem(ada.put("/matches/" + match + "/rating", Map.of("stars", 1, "reasons", List.of())), 409)
                    .body("type", equalTo("/problems/no-call"));
            await("the history")
                    .untilAsserted(() -> ada.get("/history")
                            .body("items", hasSize(1))
                            .body("items[0].match.reason", equalTo("withdrawn"))
                            .body("items[0].rateUntil", nullValue()));
            bob.stop();
            ada.post("/tickets/" + ticket + "/cancel").statusCode(200);
        }
    }
}
