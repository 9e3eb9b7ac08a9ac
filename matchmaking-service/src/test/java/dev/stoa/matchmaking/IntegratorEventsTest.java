package dev.stoa.matchmaking;

import static dev.stoa.matchmaking.support.ProblemCheck.problem;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
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
import java.util.List;
import org.junit.jupiter.api.Test;

/** An integrator sees in one stream what happens to all its tickets. */
@QuarkusTest
@WithTestResource(TestWorld.class)
class IntegratorEventsTest {

    private final TestIntegrator school = TestIntegrator.with("tickets events");

    @Test
    void allTicketsOfTheIntegratorAreToldAndNobodyElses() {
        TestIntegrator club = TestIntegrator.with("tickets events");
        try (Watcher schools = Watcher.of(school, "nothing");
                Watcher clubs = Watcher.ofIntegrator(club)) {
            schools.next("reset");
            schools.next("begin");
            String one = ask(school, "one").getString("id");
            String two = ask(school, "two").getString("id");
            String other = ask(club, "one").getString("id");
            school.post("/tickets/" + one + "/cancel").statusCode(200);
            club.post("/tickets/" + other + "/cancel").statusCode(200);
            school.post("/tickets/" + two + "/cancel").statusCode(200);

            await().until(() -> tickets(schools).size() == 4);
            await().until(() -> tickets(clubs).size() == 2);
            assertEquals(List.of(one, two, one, two), tickets(schools));
            assertEquals(List.of(other, other), tickets(clubs));
            JsonPath first = schools.next("ticket");
            assertEquals("one", first.getString("learner.externalId"));
            assertEquals("queued", first.getString("ticket.state"));
        }
    }

    @Test
    void whatWasMissedIsReplayedFromTheLastEventSeen() {
        String seen;
        try (Watcher watcher = Watcher.ofIntegrator(school)) {
            seen = watcher.lastId();
        }
        for (int i = 0; i < 3; i++) {
            String id = ask(school, "student-" + i).getString("id");
            school.post("/tickets/" + id + "/cancel").statusCode(200);
        }

        try (Watcher back = Watcher.of(school, seen)) {
            await().until(() -> back.types().size() == 6);
            assertEquals(List.of("ticket", "ticket", "ticket", "ticket", "ticket", "ticket"), back.types());
        }
    }

    @Test
    void aMatchIsToldWithItsTicketAndItsLearner() {
        Person bob = Person.named("Bob").offering("0612");
        try (Watcher watcher = Watcher.ofIntegrator(school)) {
            JsonPath ticket = ask(school, "student", "0612");
            Guest ada = Guest.of(ticket.getString("joinLink"));
            bob.beAvailable("0612");
            String match = bob.talkTo(ada);

            JsonPath begun = watcher.next("match");
            assertEquals(ticket.getString("id"), begun.getString("ticketId"));
            assertEquals("student", begun.getString("learner.externalId"));
            assertEquals(match, begun.getString("match.id"));
            assertEquals("learner", begun.getString("match.role"));
            assertNull(begun.get("pass"), "the way in is for the learner alone");
            bob.post("/matches/" + match + "/leave").statusCode(204);
            JsonPath ended = watcher.next("match-ended");
            assertEquals(ticket.getString("id"), ended.getString("ticketId"));
            assertEquals("left", ended.getString("reason"));
            assertTrue(watcher.types().stream().allMatch(List.of("begin", "ticket", "match", "match-ended")::contains));
        }
        bob.stop();
    }

    @Test
    void withoutTheScopeThereAreNoEvents() {
        problem(TestIntegrator.with("tickets").get("/events"), 403).body("scope", equalTo("events"));
    }

    private static JsonPath ask(TestIntegrator integrator, String externalId) {
        return ask(integrator, externalId, "0541");
    }

    private static JsonPath ask(TestIntegrator integrator, String externalId, String field) {
        return integrator
                .post("/tickets", TestIntegrator.wish(externalId, field))
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    private static List<String> tickets(Watcher watcher) {
        return watcher.events().stream()
                .filter(event -> event.type().equals("ticket"))
                .map(event -> event.data().getString("ticketId"))
                .toList();
    }
}
