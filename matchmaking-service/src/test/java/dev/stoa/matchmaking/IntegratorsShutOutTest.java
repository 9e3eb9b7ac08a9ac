package dev.stoa.matchmaking;

import static dev.stoa.matchmaking.support.ProblemCheck.problem;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.stoa.matchmaking.support.ApiCaller;
import dev.stoa.matchmaking.support.Guest;
import dev.stoa.matchmaking.support.Person;
import dev.stoa.matchmaking.support.Receiver;
import dev.stoa.matchmaking.support.TestIntegrator;
import dev.stoa.matchmaking.support.TestWorld;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An administrator ends all that an integrator has here. */
@QuarkusTest
@WithTestResource(TestWorld.class)
class IntegratorsShutOutTest {

    private final TestIntegrator school = TestIntegrator.with("tickets webhooks");
    private final TestIntegrator club = TestIntegrator.with("tickets webhooks");
    private final Receiver schools = new Receiver();
    private final Receiver clubs = new Receiver();
    private final Person administrator = Person.named("Hypatia").administrator();

    @AfterEach
    void close() {
        schools.close();
        clubs.close();
    }

    @Test
    void itsWebhooksAreCalledNoMore() {
        school.webhook(schools);
        club.webhook(clubs);
        school.cancel(school.ask("student", "0541"));
        await().until(() -> schools.calls().size() == 2);

        shutOut(school);

        school.get("/webhooks").statusCode(200).body("items", empty());
        school.cancel(school.ask("student", "0541"));
        club.cancel(club.ask("member", "0541"));
        await().until(() -> clubs.calls().size() == 2);
        assertEquals(2, schools.calls().size());
    }

    @Test
    void whatItHasOpenEndsAndOthersGoOn() {
        JsonPath waiting = school.ask("student-1", "0541");
        JsonPath clubsOwn = club.ask("student-1", "0541");
        Person bob = Person.named("Bob").offering("0612");
        JsonPath calling = school.ask("student-2", "0612");
        bob.beAvailable("0612");
        String match = bob.meet(Guest.of(calling.getString("joinLink")));

        shutOut(school);

        school.get("/tickets/" + waiting.getString("id"))
                .body("state", equalTo("cancelled"))
                .body("reason", equalTo("by-administrator"));
        bob.get("/matches/" + match).body("reason", equalTo("by-administrator"));
        problem(Guest.of(waiting.getString("joinLink")).get("/standing"), 401);
        Guest.of(clubsOwn.getString("joinLink")).get("/standing").body("ticket.state", equalTo("queued"));
        club.cancel(clubsOwn);
        bob.stop();
    }

    @Test
    void whoeverComesBackUnderItsIdBeginsAnew() {
        school.webhook(schools);
        shutOut(school);
        try (Receiver another = new Receiver()) {
            school.webhook(another);
            school.cancel(school.ask("student", "0541"));

            await().until(() -> another.calls().size() == 2);
            assertEquals(List.of(), schools.calls());
        }
    }

    @Test
    void onlyAdministratorsShutIntegratorsOut() {
        school.webhook(schools);
        for (ApiCaller other : List.of(Person.named("Eve"), club, school)) {
            problem(
                    other.request()
                            .queryParam("clientId", school.client())
                            .delete("/integrators")
                            .then(),
                    403);
        }

        school.cancel(school.ask("student", "0541"));
        await().until(() -> schools.calls().size() == 2);
    }

    private void shutOut(TestIntegrator integrator) {
        administrator
                .request()
                .queryParam("clientId", integrator.client())
                .delete("/integrators")
                .then()
                .statusCode(204);
    }
}
