package dev.stoa.matchmaking.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stoa.matchmaking.support.OnAQueue;
import io.vertx.redis.client.Command;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who does not come to the call: what becomes of both, and how a learner takes it back. */
class NoShowsTest extends OnAQueue {

    private static final String PAUSES = "30000,120000,600000";

    @Test
    void whenTheExpertDoesNotComeTheLearnerIsAskedNextAtTheOldPlace() {
        String ticket = match();
        queue.enqueue("behind");
        queue.take(Step.ROOM_JOINED, "room", "peerL", "5-0", 60_000);
        queue.makeDue("matches", "mch_1");

        queue.take(Step.EXPIRE_MATCHES, 100, PAUSES);

        assertEquals("queued", queue.field("ticket", ticket, "state"));
        assertEquals("1", queue.field("ticket", ticket, "returned"));
        assertEquals(0, queue.redis(Command.ZRANK, "{mm}:waiting:0613", ticket).toLong());
        assertEquals(ticket, ticketOf("learner"));
        assertEquals("1", queue.field("misses", "expert", "count"));
        assertNull(queue.field("misses", "learner", "count"));
        assertNull(queue.field("availability", "expert", "state"));
        assertTrue(queue.redis(Command.ZSCORE, "{mm}:tickets:06:en", ticket) != null);
    }

    @Test
    void whenTheLearnerDoesNotComeTheExpertStaysFirstAndTheTicketCanBeReopenedOnce() {
        String ticket = match();
        String since = queue.field("availability", "expert", "since");
        queue.take(Step.ROOM_JOINED, "room", "peerE", "5-0", 60_000);
        queue.makeDue("matches", "mch_1");
        queue.take(Step.EXPIRE_MATCHES, 100, PAUSES);

        assertEquals("failed", queue.field("ticket", ticket, "state"));
        assertEquals("no-show", queue.field("ticket", ticket, "reason"));
        assertEquals("available", queue.field("availability", "expert", "state"));
        assertEquals(since, queue.field("availability", "expert", "since"));
        assertNull(ticketOf("learner"));
        assertEquals("1", queue.field("misses", "learner", "count"));
        assertNull(queue.field("misses", "expert", "count"));

        assertEquals(
                Outcome.OK,
                queue.take(Step.REOPEN_TICKET, ticket, "learner", "").outcome());
        assertEquals("queued", queue.field("ticket", ticket, "state"));
        assertEquals(ticket, ticketOf("learner"));
        assertEquals("0", queue.field("misses", "learner", "count"));
        assertNull(queue.field("misses", "learner", "until"));
        assertEquals(-1, queue.redis(Command.PTTL, "{mm}:ticket:" + ticket).toLong());
    }

    @Test
    void aFailedTicketKeepsItsPlaceUntilItIsTooLateToReopenIt() {
        String ticket = match();
        queue.makeDue("matches", "mch_1");
        queue.take(Step.EXPIRE_MATCHES, 100, PAUSES);
        assertEquals(0, queue.redis(Command.ZRANK, "{mm}:waiting:0613", ticket).toLong());

        queue.makeDue("reopenable", ticket);
        queue.take(Step.EXPIRE_REOPENABLE, 100);

        assertNull(queue.redis(Command.ZRANK, "{mm}:waiting:0613", ticket));
        Reply late = queue.take(Step.REOPEN_TICKET, ticket, "learner", "");
        assertEquals(Outcome.CONFLICT, late.outcome());
        assertEquals("failed", late.text());
    }

    @Test
    void aTicketThatFailsAgainCannotBeReopenedAgain() {
        String ticket = match();
        queue.makeDue("matches", "mch_1");
        queue.take(Step.EXPIRE_MATCHES, 100, "0");
        queue.take(Step.REOPEN_TICKET, ticket, "learner", "");
        queue.meet("ofr_2", "mch_2", ticket);
        queue.makeDue("matches", "mch_2");
        queue.take(Step.EXPIRE_MATCHES, 100, "0");

        Reply again = queue.take(Step.REOPEN_TICKET, ticket, "learner", "");

        assertEquals(Outcome.CONFLICT, again.outcome());
        assertNull(queue.redis(Command.ZRANK, "{mm}:waiting:0613", ticket));
    }

    @Test
    void whoeverHasANewTicketCannotReopenTheOldOne() {
        String ticket = match();
        queue.makeDue("matches", "mch_1");
        queue.take(Step.EXPIRE_MATCHES, 100, PAUSES);
        String next = queue.enqueue("learner");

        Reply refused = queue.take(Step.REOPEN_TICKET, ticket, "learner", "");

        assertEquals(Outcome.EXISTS, refused.outcome());
        assertEquals(next, refused.text());
    }

    @Test
    void aFailedTicketIsNotToldThatItsPlaceHasChanged() {
        match();
        queue.makeDue("matches", "mch_1");
        queue.take(Step.EXPIRE_MATCHES, 100, PAUSES);
        queue.enqueue("behind");

        List<List<String>> rows = queue.take(Step.PLACES, "0613", 0, 99).rows();

        assertEquals(
                List.of("behind"), rows.stream().skip(1).map(List::getFirst).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"peerL", "peerE"})
    void whoComesAndGoesBeforeTheOtherIsThereChangesNothingAboutTheWait(String peer) {
        match();
        String until = queue.redis(Command.ZSCORE, "{mm}:matches", "mch_1").toString();

        join(peer, "5-0");
        empty("6-0");

        assertEquals("0", queue.take(Step.EXPIRE_MATCHES, 100, PAUSES).text());
        assertEquals(until, queue.redis(Command.ZSCORE, "{mm}:matches", "mch_1").toString());
    }

    @Test
    void aLearnerWhoLeftBeforeTheExpertCameHasNotCome() {
        String ticket = match();
        join("peerL", "5-0");
        empty("6-0");
        join("peerL", "5-0");

        join("peerE", "7-0");
        queue.makeDue("matches", "mch_1");
        queue.take(Step.EXPIRE_MATCHES, 100, PAUSES);

        assertEquals("failed", queue.field("ticket", ticket, "state"));
        assertEquals("1", queue.field("misses", "learner", "count"));
        assertNull(queue.field("misses", "expert", "count"));
    }

    @Test
    void anExpertWhoLeftBeforeTheLearnerCameHasNotCome() {
        String ticket = match();
        join("peerE", "5-0");
        empty("6-0");

        join("peerL", "7-0");
        queue.makeDue("matches", "mch_1");
        queue.take(Step.EXPIRE_MATCHES, 100, PAUSES);

        assertEquals("queued", queue.field("ticket", ticket, "state"));
        assertEquals("1", queue.field("misses", "expert", "count"));
        assertNull(queue.field("misses", "learner", "count"));
    }

    @Test
    void whoWasAwayForAReloadHasCome() {
        String ticket = match();
        join("peerL", "5-0");
        empty("6-0");
        join("peerL", "7-0");
        queue.makeDue("matches", "mch_1");

        queue.take(Step.EXPIRE_MATCHES, 100, PAUSES);

        assertEquals("queued", queue.field("ticket", ticket, "state"));
        assertNull(queue.field("misses", "learner", "count"));
    }

    private static void join(String peer, String event) {
        queue.take(Step.ROOM_JOINED, "room", peer, event, 60_000);
    }

    private static void empty(String event) {
        queue.take(Step.ROOM_EMPTY, "room", event, 0);
    }

    private static String ticketOf(String account) {
        return queue.field("account", account, "ticket");
    }

    private static String match() {
        String ticket = queue.enqueue("learner");
        queue.meet("ofr_1", "mch_1", ticket);
        return ticket;
    }
}
