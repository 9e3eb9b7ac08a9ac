package dev.stoa.matchmaking;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.stoa.matchmaking.support.Person;
import dev.stoa.matchmaking.support.TestWorld;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What belongs to an account, and how much of it there can be. */
@QuarkusTest
@WithTestResource(TestWorld.class)
class OwnThingsTest {

    @Test
    void othersSeeNothingOfATicketAnOfferOrAMatch() {
        Person ada = Person.named("Ada");
        Person bob = Person.named("Bob");
        Person eve = Person.named("Eve");
        String ticket = ada.ask("0613");
        bob.beAvailable("0613");
        String offer = bob.awaitOffer();

        eve.get("/tickets/" + ticket).statusCode(404).body("type", equalTo("/problems/not-found"));
        eve.post("/tickets/" + ticket + "/cancel").statusCode(404);
        eve.post("/offers/" + offer + "/accept").statusCode(404);
        ada.post("/offers/" + offer + "/accept").statusCode(404);
        eve.post("/offers/" + offer + "/decline").statusCode(404);
        eve.post("/tickets/" + ticket + "/ready").statusCode(404);
        bob.post("/tickets/" + ticket + "/ready").statusCode(404);
        String match = bob.meet(ada);

        eve.get("/matches/" + match).statusCode(404);
        eve.post("/matches/" + match + "/pass", Map.of("nonce", "a".repeat(22))).statusCode(404);
        eve.post("/matches/" + match + "/leave").statusCode(404);
        ada.post("/matches/" + match + "/leave").statusCode(204);
        bob.stop();
    }

    @Test
    void anAccountHasOneOpenTicket() {
        Person ada = Person.named("Ada").speaking("fr");
        String ticket = ada.ask("0541");

        ada.post("/tickets", Map.of("field", "0613", "problem", "Another one"))
                .statusCode(409)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/active-ticket-exists"))
                .body("ticketId", equalTo(ticket));
        ada.post("/tickets/" + ticket + "/cancel").statusCode(200).body("state", equalTo("cancelled"));
        ada.post("/tickets/" + ticket + "/cancel").statusCode(200);
        String next = ada.ask("0613");

        assertNotEquals(ticket, next);
        ada.post("/tickets/" + next + "/cancel").statusCode(200);
    }

    @Test
    void aMatchedTicketCannotBeCancelled() {
        Person ada = Person.named("Ada");
        Person bob = Person.named("Bob");
        String match = match(ada, bob);

        ada.post("/tickets/" + ada.standing("ticket.id") + "/cancel")
                .statusCode(409)
                .body("type", equalTo("/problems/ticket-state-conflict"))
                .body("state", equalTo("matched"));
        ada.post("/matches/" + match + "/leave").statusCode(204);
        bob.stop();
    }

    private static String match(Person learner, Person expert) {
        learner.ask("0613");
        expert.beAvailable("0613");
        return expert.meet(learner);
    }
}
