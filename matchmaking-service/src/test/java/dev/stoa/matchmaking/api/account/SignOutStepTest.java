package dev.stoa.matchmaking.api.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stoa.matchmaking.queue.Step;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who signs out ends what that session has open, and nothing else. */
class SignOutStepTest extends SignOutSteps {

    @Test
    void anAvailabilityEndsAsIfTheExpertHadEndedIt() {
        available("laptop", "");
        queue.claim("ofr_1", "expert", ask("phone"));

        signOut("expert", "laptop");

        assertTrue(standing("expert").get("availability").isNull());
        assertEquals(
                "by-account", last("expert", "availability-ended").get("reason").asText());
        assertEquals("queued", standing("learner").get("ticket").get("state").asText());
        assertTrue(standing("expert").get("coolingUntil").isNull());
    }

    @Test
    void anAvailabilityIsOfTheSessionThatHasLastRenewedIt() {
        available("laptop", "");
        queue.take(Step.RENEW_AVAILABILITY, "expert", LONG, "phone");

        signOut("expert", "laptop");
        assertFalse(standing("expert").get("availability").isNull());

        signOut("expert", "phone");
        assertTrue(standing("expert").get("availability").isNull());
    }

    @ParameterizedTest
    @ValueSource(strings = {"queued", "paused", "offered", "ready"})
    void anAskingTicketIsCancelledInEachState(String state) {
        available("phone", "");
        String ticket = ask("laptop");
        switch (state) {
            case "paused" -> queue.take(Step.PAUSE_TICKET, ticket, "learner", "");
            case "offered" -> queue.claim("ofr_1", "expert", ticket);
            case "ready" -> {
                queue.claim("ofr_1", "expert", ticket);
                ready(ticket, "laptop");
            }
            default -> assertEquals("queued", queue.field("ticket", ticket, "state"));
        }

        signOut("learner", "laptop");

        assertEquals("cancelled", queue.field("ticket", ticket, "state"));
        assertEquals("by-learner", queue.field("ticket", ticket, "reason"));
        assertTrue(standing("learner").get("ticket").isNull());
        assertEquals(
                "available", standing("expert").get("availability").get("state").asText());
        assertTrue(standing("expert").get("offer").isNull());
    }

    @Test
    void aTicketIsOfTheSessionThatHasResumedIt() {
        String ticket = ask("laptop");
        queue.take(Step.PAUSE_TICKET, ticket, "learner", "");
        queue.take(Step.RESUME_TICKET, ticket, "learner", "", "phone");

        signOut("learner", "laptop");
        assertEquals("queued", queue.field("ticket", ticket, "state"));

        signOut("learner", "phone");
        assertEquals("cancelled", queue.field("ticket", ticket, "state"));
    }

    @Test
    void aTicketIsOfTheSessionThatHasReopenedIt() {
        String ticket = matched("laptop", "");
        queue.makeDue("matches", "mch_1");
        queue.take(Step.EXPIRE_MATCHES, 10, "0");
        queue.take(Step.REOPEN_TICKET, ticket, "learner", "", "phone");

        signOut("learner", "laptop");
        assertEquals("queued", queue.field("ticket", ticket, "state"));

        signOut("learner", "phone");
        assertEquals("cancelled", queue.field("ticket", ticket, "state"));
    }

    @Test
    void whatWasBegunByNoKnownSessionGoesOn() {
        queue.makeAvailable("expert", LONG);
        String ticket = queue.enqueue("learner");

        signOut("expert", "laptop");
        signOut("learner", "laptop");

        assertFalse(standing("expert").get("availability").isNull());
        assertEquals("queued", queue.field("ticket", ticket, "state"));
    }
}
