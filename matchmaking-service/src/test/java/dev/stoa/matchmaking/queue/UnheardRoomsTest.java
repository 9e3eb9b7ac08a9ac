package dev.stoa.matchmaking.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stoa.matchmaking.support.OnAQueue;
import io.vertx.redis.client.Command;
import org.junit.jupiter.api.Test;

/** Deadlines of matches go no further than it is known what happened in their rooms. */
class UnheardRoomsTest extends OnAQueue {

    private static final String PAUSES = "30000";

    @Test
    void aMatchIsJudgedOnceItIsKnownWhoCameUntilItsDeadline() {
        matchWithDeadline(-1_000);
        heard(-2_000);
        assertEquals("0", expireMatches());

        heard(-500);

        assertEquals("1", expireMatches());
    }

    @Test
    void afterASilenceThereIsAGraceAsLongAsItWas() {
        matchWithDeadline(-1_000);
        heard(-20_000);

        queue.take(Step.ROOMS_HEARD, 1);

        assertEquals("0", expireMatches());
        long grace = queue.redis(Command.PTTL, "{mm}:rooms-grace").toLong();
        assertTrue(grace > 15_000 && grace < 30_000, () -> grace + " ms");
        queue.redis(Command.DEL, "{mm}:rooms-grace");
        assertEquals("1", expireMatches());
    }

    @Test
    void aMomentOfSilenceIsForgotten() {
        matchWithDeadline(-1_000);
        heard(-3_000);

        queue.take(Step.ROOMS_HEARD, 1);

        assertEquals("1", expireMatches());
    }

    @Test
    void anInstanceThatHearsNothingHoldsUpNoneThatDoes() {
        matchWithDeadline(-1_000);
        queue.take(Step.ROOMS_HEARD, 1);

        queue.take(Step.ROOMS_HEARD, 0);

        assertEquals("1", expireMatches());
    }

    @Test
    void whenNobodyHasEverHeardAnythingTheSilenceBeginsWithTheFirstTry() {
        queue.take(Step.ROOMS_HEARD, 0);
        assertEquals(1, queue.redis(Command.EXISTS, "{mm}:rooms-heard").toInteger());
        matchWithDeadline(-1_000);
        heard(-60_000);

        queue.take(Step.ROOMS_HEARD, 0);

        assertEquals("0", expireMatches());
    }

    @Test
    void nobodyIsMatchedWhileNothingIsHeard() {
        String ticket = queue.enqueue("learner");
        queue.makeAvailable("expert", 60_000);
        heard(-6_000);
        Reply paused = queue.claim("ofr_1", "expert", ticket);

        queue.take(Step.ROOMS_HEARD, 1);

        assertEquals(Outcome.GONE, paused.outcome());
        assertEquals("rooms", paused.text());
        assertEquals(ticket, queue.claim("ofr_1", "expert", ticket).text());
    }

    private static void matchWithDeadline(long inMs) {
        queue.meet("ofr_1", "mch_1", queue.enqueue("learner"));
        assertEquals(
                1,
                queue.redis(Command.ZADD, "{mm}:matches", "XX", "CH", System.currentTimeMillis() + inMs, "mch_1")
                        .toInteger());
    }

    private static void heard(long agoMs) {
        queue.redis(Command.SET, "{mm}:rooms-heard", System.currentTimeMillis() + agoMs);
    }

    private static String expireMatches() {
        return queue.take(Step.EXPIRE_MATCHES, 100, PAUSES).text();
    }
}
