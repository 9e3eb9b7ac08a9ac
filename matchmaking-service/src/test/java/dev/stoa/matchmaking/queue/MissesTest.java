package dev.stoa.matchmaking.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stoa.matchmaking.support.OnAQueue;
import io.vertx.redis.client.Command;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What it costs to leave others waiting, and how that is made up for. */
class MissesTest extends OnAQueue {

    private static final String PAUSES = "30000,120000,600000";

    @Test
    void eachMissCostsALongerPauseAndTheLastOneRepeats() {
        for (long seconds : new long[] {30, 120, 600, 600}) {
            long before = System.currentTimeMillis();
            letExpertStaySilent();
            long after = System.currentTimeMillis();

            long pausesFrom = Long.parseLong(queue.field("misses", "expert", "until")) - seconds * 1_000;
            assertTrue(before <= pausesFrom && pausesFrom <= after, seconds + " s");
            queue.redis(Command.HDEL, "{mm}:misses:expert", "until");
        }
        assertTrue(queue.redis(Command.PTTL, "{mm}:misses:expert").toLong() > 86_000_000);
    }

    @Test
    void whoeverCoolsDownIsRefusedAndToldUntilWhen() {
        letExpertStaySilent();

        Reply refused = queue.makeAvailable("expert", 60_000);

        assertEquals(Outcome.COOLING, refused.outcome());
        assertTrue(Instant.parse(refused.text()).isAfter(Instant.now().plusSeconds(25)));
        assertEquals(
                refused.text(),
                queue.read(queue.standing("expert")).path("coolingUntil").asText());
    }

    @Test
    void nobodyPausesForTheSilenceOfTheOther() {
        String ticket = offer();
        queue.accept("ofr", "expert");
        queue.makeDue("offers", "ofr");
        queue.take(Step.EXPIRE_OFFERS, 100, PAUSES);
        assertNull(queue.field("misses", "expert", "count"));
        assertEquals("1", queue.field("misses", "learner", "count"));
        assertEquals("paused", queue.field("ticket", ticket, "state"));

        empty();
        ticket = offer();
        queue.ready(ticket, "learner");
        queue.makeDue("offers", "ofr");
        queue.take(Step.EXPIRE_OFFERS, 100, PAUSES);

        assertNull(queue.field("misses", "learner", "count"));
        assertEquals("queued", queue.field("ticket", ticket, "state"));
    }

    @Test
    void aReadyLearnerGoesBeforeAllOthersAndKeepsThePlace() {
        String ticket = offer();
        String before = queue.enqueue("another");
        queue.ready(ticket, "learner");
        queue.decline("ofr", "expert");

        assertEquals("1", queue.field("ticket", ticket, "returned"));
        double order = queue.redis(Command.ZSCORE, "{mm}:tickets:06:en", ticket).toDouble();
        assertTrue(order
                < queue.redis(Command.ZSCORE, "{mm}:tickets:06:en", before).toDouble());
        assertTrue(order < 0);
        assertEquals(0, queue.redis(Command.ZRANK, "{mm}:waiting:0613", ticket).toLong());
    }

    @Test
    void aCompletedCallMakesUpForWhatWasMissed() {
        letExpertStaySilent();
        queue.redis(Command.HDEL, "{mm}:misses:expert", "until");
        match();
        queue.take(Step.ROOM_JOINED, "room", "peerL", "5-0", 60_000);
        queue.take(Step.ROOM_JOINED, "room", "peerE", "6-0", 60_000);

        queue.take(Step.LEAVE_MATCH, "mch_1", "learner");

        assertNull(queue.field("misses", "expert", "count"));
    }

    @Test
    void declinesAreFreeUpToALimit() {
        for (int i = 0; i < 3; i++) {
            String ticket = queue.enqueue("learner-" + i);
            queue.makeAvailable("expert", 60_000);
            queue.claim("ofr_" + i, "expert", ticket);
            assertNull(queue.field("misses", "expert", "count"));
            queue.take(Step.DECLINE, "ofr_" + i, "expert", 2, PAUSES);
        }

        assertEquals("1", queue.field("misses", "expert", "count"));
        assertFalse(queue.standing("expert").contains("\"available\""));
        assertEquals("queued", queue.field("ticket", ticketOf("learner-2"), "state"));
    }

    private static String ticketOf(String account) {
        return queue.field("account", account, "ticket");
    }

    private static String offer() {
        String ticket = queue.enqueue("learner");
        queue.makeAvailable("expert", 60_000);
        queue.claim("ofr", "expert", ticket);
        return ticket;
    }

    private static String match() {
        String ticket = queue.enqueue("learner");
        queue.meet("ofr_1", "mch_1", ticket);
        return ticket;
    }

    private static void letExpertStaySilent() {
        String ticket = offer();
        queue.makeDue("offers", "ofr");
        queue.take(Step.EXPIRE_OFFERS, 100, PAUSES);
        queue.take(Step.CANCEL_TICKET, ticket, "learner", "");
        queue.redis(Command.DEL, "{mm}:offer:ofr");
    }
}
