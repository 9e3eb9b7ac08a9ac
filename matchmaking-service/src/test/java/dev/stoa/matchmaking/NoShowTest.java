package dev.stoa.matchmaking;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.stoa.matchmaking.support.Passing;
import dev.stoa.matchmaking.support.Person;
import dev.stoa.matchmaking.support.ProblemCheck;
import dev.stoa.matchmaking.support.SignalingRedis;
import dev.stoa.matchmaking.support.TestWorld;
import dev.stoa.matchmaking.support.Watcher;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What happens when not both come into the room. */
@QuarkusTest
@WithTestResource(TestWorld.class)
class NoShowTest {

    private final Person ada = Person.named("Ada").speaking("ro");
    private final Person bob = Person.named("Bob").speaking("ro");
    private final SignalingRedis signaling = new SignalingRedis();

    private String ticket;
    private String match;

    @BeforeEach
    void meet() {
        ticket = ada.ask("0613");
        bob.beAvailable("0613");
        match = bob.meet(ada);
    }

    @AfterEach
    void everybodyGoes() {
        bob.stop();
        ada.cancelForGood(ticket);
        signaling.close();
    }

    @Test
    void aLearnerWhoWasThereWaitsAgainAtTheOldPlaceAndTheExpertPauses() {
        try (Watcher bobs = Watcher.of(bob)) {
            joins(ada);

            Passing.match(match);

            assertEquals("no-show", bobs.next("match-ended").getString("reason"));
            assertEquals("no-show", bobs.next("availability-ended").getString("reason"));
            assertNotNull(bobs.next("availability-ended").getString("coolingUntil"));
        }
        ada.get("/tickets/" + ticket)
                .body("state", equalTo("queued"))
                .body("place", equalTo(1))
                .body("matchId", nullValue());
        assertNull(ada.standing("coolingUntil"));
        ProblemCheck.problem(bob.put("/availability", Map.of("fields", List.of("0613"))), 409)
                .body("type", equalTo("/problems/cooling-down"))
                .header("Retry-After", notNullValue());

        Passing.coolDown(bob);
        assertNull(bob.standing("coolingUntil"));
        bob.beAvailable("0613");
        bob.awaitOffer();
    }

    @Test
    void aLearnerWhoWasNotThereMayUndoItOnce() {
        joins(bob);

        Passing.match(match);
        await("the end of the ticket").until(() -> ada.standing("ticket") == null);

        ada.get("/tickets/" + ticket)
                .body("state", equalTo("failed"))
                .body("reason", equalTo("no-show"))
                .body("reopenUntil", notNullValue())
                .body("matchId", equalTo(match));
        assertEquals("available", bob.standing("availability.state"));
        assertNull(bob.standing("coolingUntil"));
        assertEquals(0, (int) bob.standing("availability.taken"));

        ada.post("/tickets/" + ticket + "/reopen")
                .statusCode(200)
                .body("state", equalTo("queued"))
                .body("place", equalTo(1))
                .body("reason", nullValue())
                .body("reopenUntil", nullValue());
        assertEquals(ticket, ada.standing("ticket.id"));
        assertNull(ada.standing("coolingUntil"));
        bob.awaitOffer();
    }

    @Test
    void whoeverAsksAgainInsteadCannotUndoItAnyMore() {
        Passing.match(match);
        await("the end of the ticket").until(() -> ada.standing("ticket") == null);
        String next = ada.ask("0613");

        ada.post("/tickets/" + ticket + "/reopen")
                .statusCode(409)
                .body("type", equalTo("/problems/active-ticket-exists"))
                .body("ticketId", equalTo(next));
        ada.post("/tickets/" + next + "/cancel").statusCode(200);
    }

    private void joins(Person person) {
        String pass = person.post("/matches/" + match + "/pass", Map.of("nonce", "x".repeat(22)))
                .statusCode(200)
                .extract()
                .path("pass");
        try {
            JsonNode claims = new ObjectMapper().readTree(Base64.getUrlDecoder().decode(pass.split("\\.")[1]));
            signaling.awaitHeard(
                    match,
                    signaling.joined(
                            claims.get("room").asText(), claims.get("sub").asText()));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
