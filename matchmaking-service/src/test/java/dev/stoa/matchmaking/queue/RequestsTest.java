package dev.stoa.matchmaking.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stoa.matchmaking.support.OnAQueue;
import io.vertx.redis.client.Command;
import org.junit.jupiter.api.Test;

/** What the tries of a request with an Idempotency-Key have in common. */
class RequestsTest extends OnAQueue {

    private static final String REQUEST = "{mm}:request:key";
    private static final long KEPT = 86_400_000;

    @Test
    void aTryAfterOneThatFailedHasItsSeed() {
        String seed = begin("print", "one");
        end("one", "");

        assertEquals(seed, begin("print", "two"));
        end("two", "");
        assertEquals(seed, begin("another print", "three"));
    }

    @Test
    void aTryAfterOneThatDiedHasItsSeed() {
        String seed = begin("print", "one");
        queue.redis(Command.HSET, REQUEST, "deadline", 1);

        assertEquals(seed, begin("print", "two"));
    }

    @Test
    void onceItIsForgottenTheSeedIsAnotherOne() {
        String seed = begin("print", "one");
        end("one", "answer");
        assertTrue(queue.redis(Command.PTTL, REQUEST).toLong() <= KEPT);
        queue.redis(Command.DEL, REQUEST);

        assertNotEquals(seed, begin("print", "two"));
    }

    @Test
    void aFailureIsForgottenBeforeTheAnswerThatCameAfterIt() {
        begin("print", "one");
        end("one", "");
        long failure = queue.redis(Command.PEXPIRETIME, "{mm}:request-seed:key").toLong();
        begin("print", "two");
        end("two", "answer");

        assertTrue(failure > 0);
        assertTrue(failure <= queue.redis(Command.PEXPIRETIME, REQUEST).toLong());
    }

    /** It takes a claim without a look at seeds, and forgets a try with all that is there. */
    @Test
    void theVersionBeforeLeavesTheSeedToTheNextTry() {
        String seed = begin("print", "one");
        queue.redis(Command.HSET, REQUEST, "fingerprint", "print", "claim", "theirs", "deadline", 1);
        assertEquals(seed, begin("print", "two"));
        end("two", "");
        assertEquals(0, queue.redis(Command.EXISTS, REQUEST).toInteger());
        queue.redis(Command.HSET, REQUEST, "fingerprint", "print", "claim", "theirs", "deadline", 1);
        queue.redis(Command.DEL, REQUEST);

        assertEquals(seed, begin("print", "three"));
    }

    @Test
    void aTryOfTheVersionBeforeIsTakenOverWithWhatItsIdsFollowFrom() {
        queue.redis(Command.HSET, REQUEST, "fingerprint", "print", "claim", "theirs", "deadline", 1);

        assertEquals("key", begin("print", "one"));
        queue.redis(Command.HSET, REQUEST, "deadline", 1);
        assertEquals("key", begin("print", "two"));
    }

    private static String begin(String fingerprint, String claim) {
        Reply begun = queue.take(Step.BEGIN_REQUEST, "key", fingerprint, claim, 15_000, KEPT);
        assertEquals(Outcome.OK, begun.outcome());
        return begun.text();
    }

    private static void end(String claim, String answer) {
        assertEquals(
                Outcome.OK,
                queue.take(Step.END_REQUEST, "key", claim, answer, KEPT).outcome());
    }
}
