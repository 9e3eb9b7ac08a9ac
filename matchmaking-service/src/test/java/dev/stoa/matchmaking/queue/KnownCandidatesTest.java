package dev.stoa.matchmaking.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.stoa.matchmaking.support.OnAQueue;
import io.vertx.redis.client.Command;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the steps remember of tickets and experts is never older than what they would read. */
class KnownCandidatesTest extends OnAQueue {

    private static final String EXPERT = "expert";
    private static final int TICKETS_LANGUAGES = 6;
    private static final int TICKETS_RETURNED = 8;
    private static final int EXPERTS_LANGUAGES = 4;

    @Test
    void aTicketThatHasChangedIsReadAgain() {
        queue.makeAvailable(EXPERT, 60_000);
        String ticket = queue.enqueue("learner");
        assertEquals("[\"en\"]", ticketsFor(EXPERT).getFirst().get(TICKETS_LANGUAGES));

        queue.take(Step.CHANGE_TICKET, ticket, "learner", "", "", "[\"de\",\"en\"]");

        assertEquals("[\"de\",\"en\"]", ticketsFor(EXPERT).getFirst().get(TICKETS_LANGUAGES));
    }

    @Test
    void aTicketThatHasComeBackGoesBeforeOthers() {
        queue.enqueue("first");
        String ticket = queue.enqueue("second");
        queue.makeAvailable("busy", 60_000);
        queue.makeAvailable(EXPERT, 60_000);
        assertEquals(2, ticketsFor(EXPERT).size());
        queue.claim("ofr_1", "busy", ticket);
        queue.ready(ticket, "second");

        queue.decline("ofr_1", "busy");

        List<String> best = ticketsFor(EXPERT).getFirst();
        assertEquals(ticket, best.getFirst());
        assertEquals("1", best.get(TICKETS_RETURNED));
    }

    @Test
    void anAvailabilityThatHasChangedIsReadAgain() {
        String ticket = queue.enqueue("learner");
        queue.makeAvailable(EXPERT, 60_000);
        assertEquals("[\"en\"]", expertsFor(ticket).getFirst().get(EXPERTS_LANGUAGES));

        available("[\"en\",\"fr\"]");

        assertEquals("[\"en\",\"fr\"]", expertsFor(ticket).getFirst().get(EXPERTS_LANGUAGES));
    }

    @Test
    void nothingIsKnownOfWhatWasFlushed() {
        queue.makeAvailable(EXPERT, 60_000);
        String ticket = queue.enqueue("learner");
        assertEquals("[\"en\"]", expertsFor(ticket).getFirst().get(EXPERTS_LANGUAGES));

        queue.redis(Command.FLUSHALL);
        available("[\"en\",\"fr\"]");
        String again = queue.enqueue("learner");

        assertEquals("[\"en\",\"fr\"]", expertsFor(again).getFirst().get(EXPERTS_LANGUAGES));
    }

    private static void available(String languages) {
        queue.take(
                Step.SET_AVAILABILITY,
                EXPERT,
                "Grace",
                "[{\"code\":\"0613\",\"name\":\"Software\"}]",
                languages,
                60_000,
                "",
                "",
                "");
    }

    private static List<List<String>> ticketsFor(String account) {
        return withoutHead(queue.take(Step.TICKETS_FOR, account, "-inf", 32, 8, 30_000));
    }

    private static List<List<String>> expertsFor(String ticket) {
        return withoutHead(queue.take(Step.EXPERTS_FOR, ticket, "-inf", 32, 8, 30_000));
    }

    private static List<List<String>> withoutHead(Reply reply) {
        List<List<String>> rows = reply.table();
        return rows.subList(1, rows.size());
    }
}
