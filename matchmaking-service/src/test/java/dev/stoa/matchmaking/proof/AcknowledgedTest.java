package dev.stoa.matchmaking.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AcknowledgedTest {

    private static final String TICKET = "tkt_1";

    private final Acknowledged acknowledged = new Acknowledged();
    private final Map<String, String> queue = new HashMap<>();

    @Test
    void whatIsAsItWasAcknowledgedIsNotLost() {
        acknowledged.asked(TICKET, 201);
        acknowledged.cancelled(TICKET, 200);
        queue.put(TICKET, "cancelled");

        assertEquals(List.of(), acknowledged.lost(queue::get));
    }

    @Test
    void aTicketThatIsNotKnownWhenItIsCancelledIsLost() {
        acknowledged.asked(TICKET, 201);
        acknowledged.cancelled(TICKET, 404);
        queue.put(TICKET, "queued");

        assertEquals(1, acknowledged.lost(queue::get).size());
    }

    @Test
    void aTicketThatIsGoneIsLostThoughNobodyKnowsWhetherItWasCancelled() {
        acknowledged.asked(TICKET, 201);
        acknowledged.cancelled(TICKET, Answer.UNKNOWN);

        assertEquals(List.of(TICKET + " is null, not there"), acknowledged.lost(queue::get));
    }

    @Test
    void aTicketMayBeInAnyStateWhenNobodyKnowsWhetherItWasCancelled() {
        acknowledged.asked(TICKET, 201);
        acknowledged.cancelled(TICKET, Answer.UNKNOWN);
        queue.put(TICKET, "queued");

        assertEquals(List.of(), acknowledged.lost(queue::get));
    }

    @Test
    void aTicketThatWasCancelledAndWaitsAgainIsLost() {
        acknowledged.asked(TICKET, 201);
        acknowledged.cancelled(TICKET, 200);
        queue.put(TICKET, "queued");

        assertEquals(List.of(TICKET + " is queued, not cancelled"), acknowledged.lost(queue::get));
    }

    @Test
    void aTicketThatNobodyAcknowledgedMayBeGone() {
        acknowledged.asked(TICKET, 409);
        acknowledged.cancelled(TICKET, 404);

        assertEquals(List.of(), acknowledged.lost(queue::get));
    }
}
