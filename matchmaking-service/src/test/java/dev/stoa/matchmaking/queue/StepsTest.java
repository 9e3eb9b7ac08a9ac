package dev.stoa.matchmaking.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.stoa.matchmaking.support.OnAQueue;
import io.vertx.redis.client.Command;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the scripts promise beyond what can be seen over HTTP. */
class StepsTest extends OnAQueue {

    @Test
    void aClaimThatKnowsAnOlderTurnOfTheTicketIsRefused() {
        String ticket = queue.enqueue("learner");
        queue.makeAvailable("expert", 60_000);
        queue.makeAvailable("other", 60_000);
        String oldTurn = turn(ticket);
        claim("ofr_1", "expert", ticket, oldTurn);
        queue.decline("ofr_1", "expert");

        Reply late = claim("ofr_2", "other", ticket, oldTurn);

        assertEquals(Outcome.GONE, late.outcome());
        assertEquals("tickets", late.text());
        assertEquals(Outcome.OK, claim("ofr_3", "other", ticket, turn(ticket)).outcome());
    }

    @Test
    void aClaimThatKnowsAnOlderAvailabilityIsRefused() {
        String ticket = queue.enqueue("learner");
        queue.makeAvailable("expert", 60_000);
        String oldRevision = revision("expert");
        queue.makeAvailable("expert", 60_000);

        Reply late = queue.take(Step.CLAIM, "ofr_1", 60_000, "expert", oldRevision, ticket, turn(ticket), "[\"x\"]");

        assertEquals(Outcome.GONE, late.outcome());
        assertEquals("expert", late.text());
    }

    @Test
    void aClaimTakesTheFirstTicketThatIsStillThere() {
        String first = queue.enqueue("one");
        String second = queue.enqueue("two");
        String third = queue.enqueue("three");
        queue.makeAvailable("expert", 60_000);
        queue.take(Step.CANCEL_TICKET, first, "one");

        Reply claimed = queue.take(
                Step.CLAIM,
                "ofr_1",
                60_000,
                "expert",
                revision("expert"),
                first,
                1,
                "[\"x\"]",
                second,
                1,
                "[\"x\"]",
                third,
                1,
                "[\"x\"]");

        assertEquals(second, claimed.text());
    }

    @Test
    void timesAreWrittenInIso8601() {
        Instant before = Instant.now().minusMillis(5);
        String ticket = queue.enqueue("learner");

        String json = queue.take(Step.GET_TICKET, ticket, "learner").text();

        Instant created = Instant.parse(json.replaceAll(".*\"createdAt\":\"([^\"]+)\".*", "$1"));
        assertFalse(created.isBefore(before));
        assertFalse(created.isAfter(Instant.now().plusMillis(5)));
    }

    @Test
    void nothingIsLeftBehindWhenAllIsOver() {
        String ticket = queue.enqueue("learner");
        queue.meet("ofr_1", "mch_1", ticket);
        queue.bothCome();
        queue.leave("mch_1", "expert");
        queue.take(Step.END_AVAILABILITY, "expert");
        queue.take(Step.ROOM_ENDED, "room");

        List<String> lasting = queue.redis(Command.KEYS, "*").stream()
                .map(String::valueOf)
                .filter(key -> queue.redis(Command.PTTL, key).toLong() < 0)
                .sorted()
                .toList();

        assertEquals(List.of("{mm}:log", "{mm}:records", "{mm}:seq"), lasting);
    }

    private static Reply claim(String offer, String expert, String ticket, String turn) {
        return queue.take(Step.CLAIM, offer, 60_000, expert, revision(expert), ticket, turn, "[\"x\"]");
    }

    private static String turn(String ticket) {
        return queue.redis(Command.HGET, "{mm}:ticket:" + ticket, "turn").toString();
    }

    private static String revision(String account) {
        return queue.redis(Command.HGET, "{mm}:availability:" + account, "revision")
                .toString();
    }
}
