package dev.stoa.matchmaking;

import static dev.stoa.matchmaking.support.ProblemCheck.problem;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.stoa.matchmaking.queue.Step;
import dev.stoa.matchmaking.queue.Steps;
import dev.stoa.matchmaking.support.Person;
import dev.stoa.matchmaking.support.TestWorld;
import dev.stoa.matchmaking.support.Watcher;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is left of a call once it is over, and who has a say in it. */
@QuarkusTest
@WithTestResource(TestWorld.class)
class AfterCallTest extends PastCall {

    @Inject
    Steps steps;

    @Test
    void aPastMatchStandsInTheHistoryOfBoth() {
        end();

        ada.get("/history")
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].match.id", equalTo(match))
                .body("items[0].match.role", equalTo("learner"))
                .body("items[0].match.peer.displayName", equalTo("Bob"))
                .body("items[0].match.state", equalTo("completed"))
                .body("items[0].match.reason", equalTo("left"))
                .body("items[0].match.endedAt", notNullValue())
                .body("items[0].rating", nullValue())
                .body("items[0].rateUntil", notNullValue())
                .body("next", nullValue());
        bob.get("/history")
                .body("items[0].match.role", equalTo("expert"))
                .body("items[0].match.peer.displayName", equalTo("Ada"))
                .body("items[0].match.problem", equalTo("Why does my loop never end?"));
        Person.named("Eve").get("/history").body("items", hasSize(0));
    }

    @Test
    void thanksReachTheOtherOneOnce() {
        end();
        try (Watcher bobs = Watcher.of(bob)) {
            ada.post("/matches/" + match + "/thanks").statusCode(204);
            ada.post("/matches/" + match + "/thanks").statusCode(204);
            bob.beAvailable("0613");
            bob.stop();

            assertEquals(match, bobs.next("thanks").getString("matchId"));
            assertEquals("Ada", bobs.next("thanks").getString("from.displayName"));
            bobs.next("availability-ended");
            assertEquals(1, bobs.types().stream().filter("thanks"::equals).count());
        }
        bob.post("/matches/" + match + "/thanks").statusCode(204);
        ada.get("/history").body("items[0].thanked", equalTo(true)).body("items[0].thanksReceived", equalTo(true));
    }

    @Test
    void nothingIsSaidOfAMatchThatIsNotOver() {
        problem(rate(ada, 5), 409).body("type", equalTo("/problems/match-not-over"));
        problem(ada.post("/matches/" + match + "/thanks"), 409).body("type", equalTo("/problems/match-not-over"));
    }

    @Test
    void whoeverWasNotThereHasNothingToSay() {
        end();
        Person eve = Person.named("Eve");

        problem(rate(eve, 1), 404);
        problem(eve.post("/matches/" + match + "/thanks"), 404);
        problem(eve.put("/matches/" + match + "/favourite", Map.of()), 404);
        problem(eve.request().delete("/matches/" + match + "/block").then(), 404);
        problem(eve.put("/matches/nonsense/block", Map.of()), 404);
        problem(bob.put("/matches/" + match + "/favourite", Map.of()), 403)
                .body("type", equalTo("/problems/learners-only"));
    }

    @Test
    void whatIsSaidTooLateIsRefused() {
        end();

        String rated = take(Step.RATE, match, ada.account(), 5, "[]", "both", "", 0);
        String thanked = take(Step.THANK, match, ada.account(), 0);
        String blocked = take(Step.RELATE, match, ada.account(), "block", "rel_1", 0);
        redis.send(Request.cmd(Command.DEL).arg("{mm}:match:" + match).arg("{mm}:to-rate:" + ada.account()));

        assertEquals(List.of("too-late", "too-late", "too-late"), List.of(rated, thanked, blocked));
        ada.get("/history").body("items", hasSize(1));
        problem(rate(ada, 5), 409).body("type", equalTo("/problems/too-late"));
        problem(rate(Person.named("Eve"), 5), 404);
    }

    private String take(Step step, Object... arguments) {
        return steps.take(step, arguments).await().indefinitely().text();
    }
}
