package dev.stoa.matchmaking.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.stoa.matchmaking.support.OnAQueue;
import io.vertx.redis.client.Command;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An id that has stayed behind without its ticket stops nobody else's. */
class GhostsTest extends OnAQueue {

    private String ghost;
    private String ticket;

    @BeforeEach
    void haunt() {
        queue.redis(Command.SADD, "{mm}:favourites:gone", "expert");
        ghost = queue.enqueue("gone");
        queue.redis(Command.DEL, "{mm}:ticket:" + ghost);
        ticket = queue.enqueue("learner");
    }

    @Test
    void anExpertFindsTheOthers() {
        queue.makeAvailable("expert", 60_000);

        List<List<String>> rows =
                queue.take(Step.TICKETS_FOR, "expert", "-inf", 32, 8, 30_000).table();

        assertEquals(List.of(ticket), rows.stream().skip(1).map(List::getFirst).toList());
    }

    @Test
    void theOthersAreToldTheirPlaces() {
        List<List<String>> rows = queue.take(Step.PLACES, "0613", 0, 99).rows();

        assertEquals(
                List.of("learner"), rows.stream().skip(1).map(List::getFirst).toList());
    }

    @Test
    void anExpertWhomItWishedForCanGo() {
        queue.makeAvailable("expert", 60_000);

        assertEquals(Outcome.OK, queue.take(Step.END_AVAILABILITY, "expert").outcome());
    }

    @ParameterizedTest
    @CsvSource({
        "EXPIRE_TICKETS, longest-waits, expired",
        "EXPIRE_PAUSES, pauses, expired",
        "EXPIRE_REOPENABLE, reopenable, failed",
    })
    void theSweepGoesOnBehindIt(Step sweep, String deadlines, String state) {
        if (sweep == Step.EXPIRE_PAUSES) {
            queue.take(Step.PAUSE_TICKET, ticket, "learner", "");
        } else if (sweep == Step.EXPIRE_REOPENABLE) {
            queue.meet("ofr_1", "mch_1", ticket);
            queue.makeDue("matches", "mch_1");
            queue.take(Step.EXPIRE_MATCHES, 100, "0");
        }
        queue.redis(Command.ZADD, "{mm}:" + deadlines, 0, ghost);
        queue.redis(Command.ZADD, "{mm}:" + deadlines, 1, ticket);

        queue.take(sweep, 100);

        assertEquals(state, queue.field("ticket", ticket, "state"));
        assertNull(queue.redis(Command.ZSCORE, "{mm}:" + deadlines, ticket));
        assertNull(queue.redis(Command.ZSCORE, "{mm}:" + deadlines, ghost));
    }

    @Test
    void itsLearnerCanAskAgain() {
        String next = queue.enqueue("gone");

        assertEquals("queued", queue.field("ticket", next, "state"));
    }

    @Test
    void itsLearnerCanBeForgotten() {
        assertEquals(
                Outcome.OK,
                queue.take(Step.ACCOUNT_NEWS, "1-0", "gone", "deleted", "").outcome());

        assertEquals(1, queue.redis(Command.EXISTS, "{mm}:deleted:gone").toInteger());
    }

    @Test
    void itsLearnersIntegratorCanForgetIt() {
        assertEquals(Outcome.OK, queue.take(Step.FORGET_LEARNER, "gone", 60_000).outcome());
    }

    @Test
    void itsLearnerCanReopenAnother() {
        queue.meet("ofr_1", "mch_1", ticket);
        queue.makeDue("matches", "mch_1");
        queue.take(Step.EXPIRE_MATCHES, 100, "0");
        queue.redis(Command.HSET, "{mm}:account:learner", "ticket", ghost);

        assertEquals(
                Outcome.OK,
                queue.take(Step.REOPEN_TICKET, ticket, "learner", "").outcome());
    }
}
