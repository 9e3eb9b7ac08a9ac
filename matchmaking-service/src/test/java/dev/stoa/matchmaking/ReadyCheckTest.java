package dev.stoa.matchmaking;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.stoa.matchmaking.support.Passing;
import dev.stoa.matchmaking.support.Person;
import dev.stoa.matchmaking.support.TestWorld;
import dev.stoa.matchmaking.support.Watcher;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Both sides are asked whether they are ready, and the match begins with the second yes. */
@QuarkusTest
@WithTestResource(TestWorld.class)
class ReadyCheckTest {

    private final Person ada = Person.named("Ada").speaking("cs");
    private final Person bob = Person.named("Bob").speaking("cs");
    private final Person kim = Person.named("Kim").speaking("cs");

    private String ticket;
    private String offer;

    @BeforeEach
    void offer() {
        ticket = ada.ask("0613");
        bob.beAvailable("0613");
        offer = bob.awaitOffer();
    }

    @AfterEach
    void everybodyGoes() {
        for (Person person : List.of(ada, bob, kim)) {
            person.stop();
            person.post("/tickets/" + ticket + "/cancel");
            String match = person.standing("match.id");
            if (match != null) {
                person.post("/matches/" + match + "/leave");
            }
        }
    }

    @Test
    void theMatchBeginsWithTheLearnersYesWhenItIsTheSecond() {
        try (Watcher adas = Watcher.of(ada);
                Watcher bobs = Watcher.of(bob)) {
            bob.post("/offers/" + offer + "/accept")
                    .statusCode(200)
                    .body("accepted", equalTo(true))
                    .body("learnerReady", equalTo(false))
                    .body("matchId", nullValue());
            assertEquals(true, bobs.next("offer").getBoolean("offer.accepted"));
            assertNull(ada.standing("match"));

            String match = ready().body("state", equalTo("matched")).extract().path("matchId");

            assertEquals(match, adas.next("match").getString("match.id"));
            assertEquals(match, bobs.next("match").getString("match.id"));
        }
    }

    @Test
    void theExpertSeesThatTheLearnerIsReady() {
        try (Watcher bobs = Watcher.of(bob)) {
            ready().body("state", equalTo("offered")).body("readyCheck.ready", equalTo(true));

            assertEquals(true, bobs.next("offer").getBoolean("offer.learnerReady"));
            assertEquals(false, bobs.next("offer").getBoolean("offer.accepted"));
        }
    }

    @Test
    void sayingYesAgainChangesNothing() {
        ready();
        int revision = ready().extract().path("revision");
        bob.post("/offers/" + offer + "/accept").statusCode(200);
        String match = ada.standing("match.id");

        assertEquals(revision + 1, (int) ready().extract().path("revision"));
        ready().body("matchId", equalTo(match));
        bob.post("/offers/" + offer + "/accept").statusCode(200).body("matchId", equalTo(match));
    }

    @Test
    void aLearnerWhoStaysSilentIsPausedAndTheExpertIsAskedNext() {
        bob.post("/offers/" + offer + "/accept").statusCode(200);
        try (Watcher bobs = Watcher.of(bob)) {
            Passing.offer(offer);
            assertEquals("not-ready", bobs.next("offer-ended").getString("reason"));

            ada.get("/tickets/" + ticket)
                    .body("state", equalTo("paused"))
                    .body("pause.reason", equalTo("not-ready"))
                    .body("place", equalTo(1))
                    .body("readyCheck", nullValue());
            assertEquals("available", bob.standing("availability.state"));
            ada.post("/tickets/" + ticket + "/ready")
                    .statusCode(409)
                    .body("type", equalTo("/problems/offer-expired"))
                    .body("state", equalTo("paused"));

            ada.post("/tickets/" + ticket + "/resume")
                    .statusCode(409)
                    .body("type", equalTo("/problems/cooling-down"))
                    .body("until", equalTo(ada.standing("coolingUntil")));
            Passing.coolDown(ada, ticket);
            ada.post("/tickets/" + ticket + "/resume")
                    .statusCode(200)
                    .body("state", equalTo("queued"))
                    .body("place", equalTo(1));
            assertNotNull(bob.awaitOffer());
        }
    }

    @Test
    void whenBothStaySilentNeitherIsAskedAgain() {
        Passing.offer(offer);
        await("the pause").until(() -> "paused".equals(ada.standing("ticket.state")));

        assertNull(bob.standing("availability"));
    }

    @Test
    void anAnswerToAnOlderCheckIsNotTakenForOneToANewer() {
        bob.post("/offers/" + offer + "/decline").statusCode(204);
        kim.beAvailable("0613");
        kim.awaitOffer();

        ada.post("/tickets/" + ticket + "/ready?offerId=" + offer)
                .statusCode(409)
                .body("type", equalTo("/problems/offer-expired"))
                .body("state", equalTo("offered"));

        ada.get("/tickets/" + ticket).body("readyCheck.ready", equalTo(false));
    }

    @Test
    void whoeverPausesInTheCheckTakesTheTicketBackFromTheExpert() {
        ada.post("/tickets/" + ticket + "/pause")
                .statusCode(200)
                .body("state", equalTo("paused"))
                .body("pause.reason", equalTo("by-learner"));

        bob.post("/offers/" + offer + "/accept").statusCode(409).body("state", equalTo("withdrawn"));
        assertEquals("available", bob.standing("availability.state"));
    }

    private io.restassured.response.ValidatableResponse ready() {
        return ada.post("/tickets/" + ticket + "/ready").statusCode(200);
    }
}
