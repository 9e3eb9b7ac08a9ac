package dev.stoa.matchmaking;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stoa.matchmaking.support.Guest;
import dev.stoa.matchmaking.support.Person;
import dev.stoa.matchmaking.support.TestIntegrator;
import dev.stoa.matchmaking.support.TestWorld;
import dev.stoa.matchmaking.support.Watcher;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Integrators practise with simulated experts: the whole life cycle, without any real person. */
@QuarkusTest
@WithTestResource(TestWorld.class)
class SandboxTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Map<String, Object> BRIEF_CALL = Map.of("scenario", "accepts", "callSeconds", 1);

    private final TestIntegrator school = TestIntegrator.with("tickets events sandbox");

    @Test
    void anExpertAcceptsAndTheCallIsCompleted() {
        try (Watcher watcher = Watcher.ofIntegrator(school)) {
            JsonPath ticket = ask("accepts");
            assertTrue(ticket.getBoolean("sandbox"));
            assertTrue(ticket.getString("joinLink").contains("/join#"));
            awaitState(ticket, "completed");

            assertEquals(List.of("queued", "offered", "matched", "in-call", "completed"), statesIn(watcher));
            assertTrue(watcher.events().stream()
                    .filter(event -> !event.type().equals("begin"))
                    .allMatch(event -> event.data().getBoolean("sandbox")));
            JsonPath match = watcher.next("match");
            assertTrue(match.getBoolean("match.sandbox"));
            assertEquals("Grace (simulated)", match.getString("match.peer.displayName"));
            assertEquals("left", watcher.next("match-ended").getString("reason"));
        }
    }

    @Test
    void anotherExpertComesWhenTheFirstDeclines() {
        try (Watcher watcher = Watcher.ofIntegrator(school)) {
            awaitState(ask("declines-first"), "completed");

            assertEquals(
                    List.of("queued", "offered", "queued", "offered", "matched", "in-call", "completed"),
                    statesIn(watcher));
            assertEquals("Alan (simulated)", watcher.next("match").getString("match.peer.displayName"));
        }
    }

    @Test
    void aTicketThatNobodyTakesWaitsUntilItIsCancelled() {
        JsonPath ticket = ask("nobody");
        JsonPath other = ask("accepts");
        awaitState(other, "completed");

        JsonPath seen = see(ticket);
        assertEquals("queued", seen.getString("state"));
        assertEquals(1, seen.getInt("place"));
        assertEquals("no-expert", seen.getString("estimate.kind"));
        school.post("/tickets/" + ticket.getString("id") + "/cancel").statusCode(200);
    }

    @Test
    void aSilentLearnersTicketIsPausedAndCanBeResumed() {
        JsonPath ticket = ask("learner-not-ready");
        awaitState(ticket, "paused");
        assertEquals("not-ready", see(ticket).getString("pause.reason"));

        await().atMost(PATIENCE)
                .until(() -> school.post("/tickets/" + ticket.getString("id") + "/resume")
                                .extract()
                                .statusCode()
                        == 200);
        awaitState(ticket, "completed");
    }

    @Test
    void anExpertWhoDoesNotComeIsFollowedByAnother() {
        try (Watcher watcher = Watcher.ofIntegrator(school)) {
            awaitState(ask("expert-no-show"), "completed");

            assertEquals(
                    List.of("queued", "offered", "matched", "queued", "offered", "matched", "in-call", "completed"),
                    statesIn(watcher));
            assertEquals("no-show", watcher.next("match-ended").getString("reason"));
        }
    }

    @Test
    void aLearnerByLinkIsWaitedFor() {
        JsonPath ticket = ask(Map.of("scenario", "accepts", "learner", "by-link"), "0613");
        Guest ada = Guest.of(ticket.getString("joinLink"));
        await().atMost(PATIENCE).until(() -> "offered".equals(ada.standing("ticket.state")));
        assertEquals(false, ada.standing("ticket.readyCheck.ready"));

        ada.post("/tickets/" + ticket.getString("id") + "/ready").statusCode(200);
        awaitState(ticket, "matched");
        ada.post("/matches/" + ada.<String>standing("match.id") + "/pass", Map.of("nonce", "n".repeat(22)))
                .statusCode(200);
        ada.post("/matches/" + ada.<String>standing("match.id") + "/leave").statusCode(204);
        awaitState(ticket, "completed");
    }

    @Test
    void realPeopleAndSimulatedOnesNeverMeet() {
        Person grace = Person.named("Grace").offering("0542");
        Person ada = Person.named("Ada");
        grace.beAvailable("0542");
        JsonPath nobody = ask(Map.of("scenario", "nobody"), "0542");
        JsonPath taken = ask(BRIEF_CALL, "0542");
        grace.stayAvailableUntil(() -> state(taken).equals("completed"));

        assertEquals("queued", state(nobody));
        assertNull(grace.standing("offer"));
        grace.stop();
        JsonPath running = ask(BRIEF_CALL, "0542");
        String real = ada.ask("0542");
        awaitState(running, "completed");
        ada.get("/tickets/" + real).body("state", equalTo("queued")).body("sandbox", nullValue());
        ada.post("/tickets/" + real + "/cancel");
        school.post("/tickets/" + nobody.getString("id") + "/cancel").statusCode(200);
    }

    @Test
    void theStatisticsOfAFieldKnowNothingOfIt() {
        JsonPath nobody = ask(Map.of("scenario", "nobody"), "054");
        awaitState(ask(BRIEF_CALL, "054"), "completed");

        school.get("/fields/statistics?fields=054")
                .statusCode(200)
                .body("items[0].waiting", equalTo(0))
                .body("items[0].available", equalTo(0))
                .body("items[0].inCall", equalTo(0))
                .body("items[0].estimate.kind", equalTo("no-expert"));
        school.post("/tickets/" + nobody.getString("id") + "/cancel").statusCode(200);
    }

    @Test
    void theSameUserMayPractiseAndAskForRealAtTheSameTime() {
        JsonPath practice = ask(Map.of("scenario", "nobody"), "0541", "student");
        Map<String, Object> wish = TestIntegrator.wish("student", "0541");
        String real = school.post("/tickets", wish).statusCode(201).extract().path("id");

        school.post("/tickets/" + practice.getString("id") + "/cancel").statusCode(200);
        school.get("/tickets/" + real).body("state", equalTo("queued"));
        school.post("/tickets/" + real + "/cancel").statusCode(200);
    }

    private JsonPath ask(String scenario) {
        return ask(Map.of("scenario", scenario, "callSeconds", 1), "0613");
    }

    private JsonPath ask(Map<String, Object> sandbox, String field) {
        return ask(sandbox, field, "student-" + sandbox.get("scenario"));
    }

    private JsonPath ask(Map<String, Object> sandbox, String field, String learner) {
        return school.post("/tickets", wish(sandbox, field, learner))
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    static Map<String, Object> wish(Map<String, Object> sandbox, String field, String learner) {
        Map<String, Object> wish = new HashMap<>(TestIntegrator.wish(learner, field));
        wish.put("sandbox", sandbox);
        return wish;
    }

    private void awaitState(JsonPath ticket, String state) {
        await().atMost(PATIENCE).until(() -> state(ticket).equals(state));
    }

    private String state(JsonPath ticket) {
        return see(ticket).getString("state");
    }

    private JsonPath see(JsonPath ticket) {
        return school.get("/tickets/" + ticket.getString("id"))
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static String lastState(Watcher watcher) {
        return watcher.events().stream()
                .filter(event -> event.type().equals("ticket"))
                .map(event -> event.data().getString("ticket.state"))
                .reduce("", (before, state) -> state);
    }

    /** The states that the integrator was told of, without repetitions one after the other. */
    private static List<String> statesIn(Watcher watcher) {
        await().until(() -> "completed".equals(lastState(watcher)));
        List<String> states = watcher.events().stream()
                .filter(event -> event.type().equals("ticket"))
                .map(event -> event.data().getString("ticket.state"))
                .toList();
        return IntStream.range(0, states.size())
                .filter(i -> i == 0 || !states.get(i).equals(states.get(i - 1)))
                .mapToObj(states::get)
                .toList();
    }
}
