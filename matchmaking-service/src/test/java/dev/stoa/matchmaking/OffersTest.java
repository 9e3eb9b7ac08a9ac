package dev.stoa.matchmaking;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stoa.matchmaking.support.Passing;
import dev.stoa.matchmaking.support.Person;
import dev.stoa.matchmaking.support.TestWorld;
import dev.stoa.matchmaking.support.Watcher;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What comes of an offer that is not accepted. */
@QuarkusTest
@WithTestResource(TestWorld.class)
class OffersTest {

    private final Person ada = Person.named("Ada").speaking("nl");
    private final Person alan = Person.named("Alan").speaking("nl");
    private final Person bob = Person.named("Bob").speaking("nl");
    private final Person kim = Person.named("Kim").speaking("nl");

    @AfterEach
    void everybodyGoes() {
        for (Person person : List.of(ada, alan, bob, kim)) {
            person.stop();
            String ticket = person.standing("ticket.id");
            if (ticket != null) {
                person.post("/tickets/" + ticket + "/cancel");
            }
            String match = person.standing("match.id");
            if (match != null) {
                person.post("/matches/" + match + "/leave");
            }
        }
    }

    @Test
    void aDeclinedTicketGoesToTheNextExpertAndTheFirstOneStaysAvailable() {
        String ticket = ada.ask("0613");
        bob.beAvailable("0613");
        String offer = bob.awaitOffer();

        bob.post("/offers/" + offer + "/decline").statusCode(204);
        bob.post("/offers/" + offer + "/decline").statusCode(204);

        assertEquals("available", bob.standing("availability.state"));
        ada.get("/tickets/" + ticket).body("state", equalTo("queued")).body("place", equalTo(1));
        kim.beAvailable("0613");
        kim.awaitOffer();
        assertNull(bob.standing("offer"));
        bob.post("/offers/" + offer + "/accept")
                .statusCode(409)
                .body("type", equalTo("/problems/offer-expired"))
                .body("state", equalTo("declined"));
    }

    @Test
    void aDeclinedTicketKeepsItsPlaceAheadOfLaterOnes() {
        String adas = ada.ask("0613");
        bob.beAvailable("0613");
        String offer = bob.awaitOffer();
        alan.ask("0613");
        alan.get("/standing").body("ticket.place", equalTo(2));

        bob.post("/offers/" + offer + "/decline").statusCode(204);

        bob.awaitOffer();
        assertEquals("Alan", bob.standing("offer.learner.displayName"));
        kim.beAvailable("0613");
        kim.awaitOffer();
        assertEquals(adas, kim.standing("offer.ticketId"));
    }

    @Test
    void anUnansweredOfferGoesBackAndEndsTheAvailability() {
        try (Watcher bobs = Watcher.of(bob);
                Watcher adas = Watcher.of(ada)) {
            String ticket = ada.ask("0613");
            bob.beAvailable("0613");
            String offer = bob.awaitOffer();
            ada.post("/tickets/" + ticket + "/ready").statusCode(200);

            Passing.offer(offer);

            assertEquals("offer-unanswered", bobs.next("availability-ended").getString("reason"));

            assertEquals("expired", bobs.next("offer-ended").getString("reason"));
            assertEquals(offer, bobs.next("offer-ended").getString("offerId"));
            ada.get("/tickets/" + ticket).body("state", equalTo("queued")).body("place", equalTo(1));
            bob.get("/availability").body("state", equalTo("off"));
            bob.post("/availability/renew").statusCode(404).body("type", equalTo("/problems/not-available"));
            bob.post("/offers/" + offer + "/accept").statusCode(409).body("state", equalTo("expired"));
            await().until(() -> adas.types().equals(List.of("standing", "ticket", "ticket", "ticket", "ticket")));
        }
    }

    @Test
    void anAvailabilityThatIsNotRenewedEnds() {
        try (Watcher bobs = Watcher.of(bob)) {
            bob.beAvailable("0613");
            Instant until = Instant.parse(bob.standing("availability.leaseUntil"));
            assertTrue(
                    until.isAfter(Instant.now()) && until.isBefore(Instant.now().plusSeconds(61)), until::toString);

            Passing.lease(bob);

            assertEquals("lease-expired", bobs.next("availability-ended").getString("reason"));

            bob.get("/standing").body("availability", nullValue());
        }
    }

    @Test
    void aRenewedAvailabilityLasts() {
        bob.beAvailable("0613");
        String first = bob.standing("availability.leaseUntil");

        String second = bob.post("/availability/renew")
                .statusCode(200)
                .body("state", equalTo("available"))
                .extract()
                .path("leaseUntil");

        assertNotEquals(first, second);
    }

    @Test
    void cancellingAnOfferedTicketWithdrawsTheOffer() {
        try (Watcher bobs = Watcher.of(bob)) {
            String ticket = ada.ask("0613");
            bob.beAvailable("0613");
            String offer = bob.awaitOffer();

            ada.post("/tickets/" + ticket + "/cancel").statusCode(200).body("state", equalTo("cancelled"));

            assertEquals("withdrawn", bobs.next("offer-ended").getString("reason"));
            assertEquals("available", bob.standing("availability.state"));
            bob.post("/offers/" + offer + "/accept").statusCode(409).body("state", equalTo("withdrawn"));
        }
    }

    @Test
    void anExpertWhoStopsGivesTheTicketBack() {
        try (Watcher bobs = Watcher.of(bob)) {
            String ticket = ada.ask("0613");
            bob.beAvailable("0613");
            bob.awaitOffer();

            bob.stop();

            assertEquals("withdrawn", bobs.next("offer-ended").getString("reason"));
            assertEquals("by-account", bobs.next("availability-ended").getString("reason"));
            ada.get("/tickets/" + ticket).body("state", equalTo("queued"));
        }
    }
}
