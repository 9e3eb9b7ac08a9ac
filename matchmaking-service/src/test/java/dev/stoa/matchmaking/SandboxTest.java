package dev.stoa.matchmaking;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stoa.matchmaking.support.Guest;
import dev.stoa.matchmaking.support.TestIntegrator;
import dev.stoa.matchmaking.support.TestWorld;
import dev.stoa.matchmaking.support.Watcher;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Integrators practise with simulated experts: the whole life cycle, without any real person. */
@QuarkusTest
@WithTestResource(TestWorld.class)
class SandboxTest {

    private final TestIntegrator school = TestIntegrator.with("tickets events sandbox");
    private final Practice practice = new Practice(school);

    @Test
    void anExpertAcceptsAndTheCallIsCompleted() {
        try (Watcher watcher = Watcher.ofIntegrator(school)) {
            JsonPath ticket = practice.ask("accepts");
            assertTrue(ticket.getBoolean("sandbox"));
            assertTrue(ticket.getString("joinLink").contains("/join#"));
            practice.awaitState(ticket, "completed");

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
            practice.awaitState(practice.ask("declines-first"), "completed");

            assertEquals(
                    List.of("queued", "offered", "queued", "offered", "matched", "in-call", "completed"),
                    statesIn(watcher));
            assertEquals("Alan (simulated)", watcher.next("match").getString("match.peer.displayName"));
        }
    }

    @Test
    void aTicketThatNobodyTakesWaitsUntilItIsCancelled() {
        JsonPath ticket = practice.ask("nobody");
        JsonPath other = practice.ask("accepts");
        practice.awaitState(other, "completed");

        JsonPath seen = practice.see(ticket);
        assertEquals("queued", seen.getString("state"));
        assertEquals(1, seen.getInt("place"));
        assertEquals("no-expert", seen.getString("estimate.kind"));
        school.post("/tickets/" + ticket.getString("id") + "/cancel").statusCode(200);
    }

    @Test
    void aSilentLearnersTicketIsPausedAndCanBeResumed() {
        JsonPath ticket = practice.ask("learner-not-ready");
        practice.awaitState(ticket, "paused");
        assertEquals("not-ready", practice.see(ticket).getString("pause.reason"));

        await().atMost(Practice.PATIENCE)
                .until(() -> school.post("/tickets/" + ticket.getString("id") + "/resume")
                                .extract()
                                .statusCode()
                        == 200);
        practice.awaitState(ticket, "completed");
    }

    @Test
    void anExpertWhoDoesNotComeIsFollowedByAnother() {
        try (Watcher watcher = Watcher.ofIntegrator(school)) {
            practice.awaitState(practice.ask("expert-no-show"), "completed");

            assertEquals(
                    List.of("queued", "offered", "matched", "queued", "offered", "matched", "in-call", "completed"),
                    statesIn(watcher));
            assertEquals("no-show", watcher.next("match-ended").getString("reason"));
        }
    }

    @Test
    void aLearnerByLinkIsWaitedFor() {
        JsonPath ticket = practice.ask(Map.of("scenario", "accepts", "learner", "by-link"), "0613");
        Guest ada = Guest.of(ticket.getString("joinLink"));
        await().atMost(Practice.PATIENCE).until(() -> "offered".equals(ada.standing("ticket.state")));
        assertEquals(false, ada.standing("ticket.readyCheck.ready"));

        ada.post("/tickets/" + ticket.getString("id") + "/ready").statusCode(200);
        practice.awaitState(ticket, "matched");
        ada.post("/matches/" + ada.<String>standing("match.id") + "/pass", Map.of("nonce", "n".repeat(22)))
                .statusCode(200);
        ada.post("/matches/" + ada.<String>standing("match.id") + "/leave").statusCode(204);
        practice.awaitState(ticket, "cancelled");
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
