package dev.stoa.matchmaking.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.stoa.matchmaking.support.OnAQueue;
import io.vertx.redis.client.Command;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One of the two leaves a match before both have come: no call has taken place. */
class WithdrawnTest extends OnAQueue {

    private static final long DAY = 86_400_000;

    private String ticket;
    private String since;

    @BeforeEach
    void meet() {
        ticket = queue.enqueue("learner");
        queue.enqueue("behind");
        queue.meet("ofr_1", "mch_1", ticket);
        since = queue.field("availability", "expert", "since");
    }

    @Test
    void anExpertWhoLeavesGivesTheTicketBackToItsPlaceBeforeAllOthers() {
        queue.take(Step.ROOM_JOINED, "room", "peerE", "5-0", 60_000);

        queue.leave("mch_1", "expert");

        assertEquals("queued", queue.field("ticket", ticket, "state"));
        assertEquals("1", queue.field("ticket", ticket, "returned"));
        assertNull(queue.field("ticket", ticket, "matchId"));
        assertEquals(0, queue.redis(Command.ZRANK, "{mm}:waiting:0613", ticket).toLong());
        assertEquals(ticket, queue.field("account", "learner", "ticket"));
        assertEquals("withdrawn", queue.field("match", "mch_1", "reason"));
    }

    @Test
    void anExpertWhoLeavesHasDeclined() {
        queue.leave("mch_1", "expert");

        assertEquals("available", queue.field("availability", "expert", "state"));
        assertEquals("0", queue.field("availability", "expert", "taken"));
        assertNull(queue.field("misses", "expert", "count"));
        assertEquals("tickets", queue.claim("ofr_2", "expert", ticket).text());
    }

    @Test
    void leavingTooOftenCostsWhatDecliningTooOftenDoes() {
        queue.take(Step.LEAVE_MATCH, "mch_1", "expert", 0, "30000");
        queue.take(Step.LEAVE_MATCH, "mch_1", "expert", 0, "30000");

        assertNull(queue.field("availability", "expert", "state"));
        assertEquals("1", queue.field("misses", "expert", "count"));
        assertEquals("queued", queue.field("ticket", ticket, "state"));
    }

    @Test
    void aLearnerWhoLeavesHasCancelledAndFreesTheExpert() {
        queue.leave("mch_1", "learner");

        assertEquals("cancelled", queue.field("ticket", ticket, "state"));
        assertEquals("by-learner", queue.field("ticket", ticket, "reason"));
        assertNull(queue.redis(Command.ZRANK, "{mm}:waiting:0613", ticket));
        assertNull(queue.field("account", "learner", "ticket"));
        assertEquals("available", queue.field("availability", "expert", "state"));
        assertEquals(since, queue.field("availability", "expert", "since"));
        assertEquals("0", queue.field("availability", "expert", "taken"));
        assertNull(queue.field("misses", "learner", "count"));
        assertNull(queue.field("misses", "expert", "count"));
    }

    @Test
    void theTicketOutlivesTheBanOfAnExpertWhoIsStillAwaited() {
        queue.take(Step.ACCOUNT_NEWS, "1-0", "expert", "banned", "");

        assertEquals("queued", queue.field("ticket", ticket, "state"));
        assertEquals("by-administrator", queue.field("match", "mch_1", "reason"));
    }

    @Test
    void theTicketOfABannedLearnerIsOver() {
        queue.take(Step.ACCOUNT_NEWS, "1-0", "learner", "banned", "");

        assertEquals("cancelled", queue.field("ticket", ticket, "state"));
        assertEquals("by-administrator", queue.field("ticket", ticket, "reason"));
    }

    @Test
    void thereIsNothingToRateOrToThankFor() {
        queue.leave("mch_1", "expert");

        assertEquals("no-call", rate().text());
        assertEquals("no-call", queue.take(Step.THANK, "mch_1", "expert", DAY).text());
        assertFalse(queue.read(queue.standing("learner")).has("toRate"));
    }

    @Test
    void onceBothHaveComeLeavingEndsTheCall() {
        queue.bothCome();

        queue.leave("mch_1", "expert");

        assertEquals("completed", queue.field("ticket", ticket, "state"));
        assertEquals("left", queue.field("match", "mch_1", "reason"));
        assertEquals(Outcome.OK, rate().outcome());
    }

    private static Reply rate() {
        return queue.take(Step.RATE, "mch_1", "learner", 5, "[]", "both", "", DAY);
    }
}
