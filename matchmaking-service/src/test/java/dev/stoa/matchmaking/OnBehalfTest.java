package dev.stoa.matchmaking;

import static dev.stoa.matchmaking.support.ProblemCheck.problem;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.stoa.matchmaking.support.Guest;
import dev.stoa.matchmaking.support.Person;
import dev.stoa.matchmaking.support.TestIntegrator;
import dev.stoa.matchmaking.support.TestWorld;
import dev.stoa.matchmaking.support.Watcher;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Integrators ask for help on behalf of their own users, who get in by a link. */
@QuarkusTest
@WithTestResource(TestWorld.class)
class OnBehalfTest {

    private final TestIntegrator school = TestIntegrator.with("tickets events");

    @Test
    void aTicketOnBehalfIsAnsweredWithALinkForTheLearner() {
        JsonPath ticket = school.post("/tickets", TestIntegrator.wish("student-1", "0541"))
                .statusCode(201)
                .header("ETag", "\"1\"")
                .body("state", equalTo("queued"))
                .body("languages", equalTo(List.of("en")))
                .body("learner.externalId", equalTo("student-1"))
                .body("learner.displayName", equalTo("Ada of student-1"))
                .body("joinLink", matchesPattern("http://127.0.0.1:\\d+/join#[\\w-]+\\.[\\w-]+\\.[\\w-]+"))
                .extract()
                .jsonPath();
        String id = ticket.getString("id");

        school.get("/tickets/" + id).statusCode(200).body("learner.externalId", equalTo("student-1"));
        Guest ada = Guest.of(ticket.getString("joinLink"));
        ada.get("/standing").statusCode(200).body("ticket.id", equalTo(id)).body("ticket.learner", nullValue());
        ada.get("/tickets/" + id).statusCode(200).body("learner", nullValue()).body("joinLink", nullValue());
        school.post("/tickets/" + id + "/cancel").statusCode(200).body("state", equalTo("cancelled"));
        ada.get("/standing").statusCode(200).body("ticket", nullValue());
    }

    @Test
    void theLearnerOfALinkIsServedLikeAnyOther() {
        Person bob = Person.named("Bob").offering("0542");
        JsonPath ticket = school.post("/tickets", TestIntegrator.wish("student-2", "0542"))
                .statusCode(201)
                .extract()
                .jsonPath();
        Guest ada = Guest.of(ticket.getString("joinLink"));
        try (Watcher adas = Watcher.of(ada)) {
            bob.beAvailable("0542");
            bob.awaitOffer();
            bob.get("/standing").body("offer.learner.displayName", equalTo("Ada of student-2"));
            bob.meet(ada);
            String match = adas.next("match").getString("match.id");

            ada.get("/matches/" + match).statusCode(200).body("role", equalTo("learner"));
            ada.post("/matches/" + match + "/pass", Map.of("nonce", "n".repeat(22)))
                    .statusCode(200);
            ada.post("/matches/" + match + "/leave").statusCode(204);
            adas.next("match-ended");
        }
        bob.stop();
    }

    @Test
    void aLearnerHasOneOpenTicketWhichIsTheIntegratorsBusinessAlone() {
        TestIntegrator club = TestIntegrator.with("tickets");
        Person eve = Person.named("Eve");
        String schools = ask(school, "student-3");

        problem(school.post("/tickets", TestIntegrator.wish("student-3", "0541")), 409)
                .body("type", equalTo("/problems/active-ticket-exists"))
                .body("ticketId", equalTo(schools));
        String clubs = ask(club, "student-3");

        assertNotEquals(schools, clubs);
        problem(club.get("/tickets/" + schools), 404);
        problem(club.post("/tickets/" + schools + "/cancel"), 404);
        problem(school.get("/tickets/" + clubs), 404);
        problem(school.post("/tickets/" + clubs + "/cancel"), 404);
        problem(eve.get("/tickets/" + schools), 404);
        problem(eve.post("/tickets/" + schools + "/cancel"), 404);
        String evesTicket = eve.ask("0541");
        problem(school.get("/tickets/" + evesTicket), 404);
        eve.post("/tickets/" + evesTicket + "/cancel").statusCode(200);
        school.post("/tickets/" + schools + "/cancel").statusCode(200);
        club.post("/tickets/" + clubs + "/cancel").statusCode(200);
    }

    @ParameterizedTest
    @CsvSource({"externalId, ''", "externalId, '  '", "displayName, ''", "displayName, 'two\nlines'"})
    void whoTheLearnerIsHasToMakeSense(String name, String value) {
        Map<String, Object> learner = new HashMap<>(Map.of("externalId", "x", "displayName", "X"));
        learner.put(name, value);

        problem(
                        school.post(
                                "/tickets",
                                Map.of(
                                        "field",
                                        "0541",
                                        "problem",
                                        "?",
                                        "languages",
                                        List.of("en"),
                                        "learner",
                                        learner)),
                        400)
                .body("violations.field", hasItem("learner." + name));
    }

    @Test
    void aPlatformThatAsksForAnUnknownTicketIsLedToItsOwn() {
        problem(school.get("/tickets/tkt_" + "x".repeat(22)), 404).body("detail", containsString("GET /tickets"));

        school.get("/tickets").statusCode(200);
    }

    private static String ask(TestIntegrator integrator, String externalId) {
        return integrator
                .post("/tickets", TestIntegrator.wish(externalId, "0541"))
                .statusCode(201)
                .extract()
                .path("id");
    }
}
