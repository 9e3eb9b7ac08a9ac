package dev.stoa.matchmaking.meeting.match;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stoa.matchmaking.meeting.match.Loosening.Wish;
import dev.stoa.matchmaking.queue.Outcome;
import dev.stoa.matchmaking.queue.Step;
import dev.stoa.matchmaking.support.TestQueue;
import io.vertx.redis.client.Command;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tickets that wait although an expert is idle, over a real Redis with two instances: what keeps them and what frees them. */
class HeldAndBlockedTest {

    private static final long FOREVER = 600_000;
    private static final Duration FAVOURITES_FIRST = Duration.ofMinutes(2);
    private static final Duration NOT_FOR_LONG = Duration.ofSeconds(2);

    private TestInstances instances;
    private TestQueue queue;

    @BeforeEach
    void start() {
        holdFor(FAVOURITES_FIRST);
    }

    private void holdFor(Duration favourites) {
        instances = new TestInstances(Duration.ofMinutes(5), new Loosening.Step(Wish.FAVOURITES, favourites));
        queue = instances.get(0);
    }

    @AfterEach
    void stop() {
        instances.close();
    }

    @ParameterizedTest
    @CsvSource({"learner, expert", "expert, learner"})
    void aClaimBetweenTwoIsRefusedWhicheverOfThemBlocked(String who, String whom) {
        keep("block", who, whom);
        String ticket = queue.enqueue("learner");
        queue.makeAvailable("expert", FOREVER);

        assertEquals(Outcome.GONE, queue.claim("ofr_1", "expert", ticket).outcome());
        assertEquals("queued", queue.field("ticket", ticket, "state"));
        assertNull(queue.field("account", "expert", "offer"));
    }

    @ParameterizedTest
    @CsvSource({"learner, expert", "expert, learner"})
    void aTicketIsOfferedOnceTheBlockBetweenTheTwoIsLifted(String who, String whom) {
        keep("block", who, whom);
        String ticket = queue.enqueue("learner");
        queue.makeAvailable("expert", FOREVER);
        awaitNothingUntried();

        queue.take(Step.UNRELATE, who, whom, "block");

        awaitOffered(ticket, "expert");
    }

    @Test
    void aBlockOfBothIsGoneOnlyWhenBothLiftIt() {
        keep("block", "learner", "expert", "block", "expert", "learner");
        String ticket = queue.enqueue("learner");
        queue.makeAvailable("expert", FOREVER);
        queue.take(Step.UNRELATE, "learner", "expert", "block");
        awaitNothingUntried();
        assertEquals("queued", queue.field("ticket", ticket, "state"));

        queue.take(Step.UNRELATE, "expert", "learner", "block");

        awaitOffered(ticket, "expert");
    }

    @Test
    void aBlockKeepsNobodyElseWaiting() {
        keep("block", "learner", "expert");
        queue.enqueue("learner");
        String others = queue.enqueue("other");

        queue.makeAvailable("expert", FOREVER);

        awaitOffered(others, "expert");
    }

    @Test
    void aTicketIsHeldForAFavouriteInACallAndOfferedWhenTheCallIsOver() {
        keep("favourite", "learner", "favourite");
        String match = call("caller", "favourite");
        queue.makeAvailable("expert", FOREVER);
        String ticket = queue.enqueue("learner");
        await().until(() -> held(ticket) == 1);

        queue.take(Step.LEAVE_MATCH, match, "caller");

        awaitOffered(ticket, "favourite");
        assertEquals(0, held(ticket));
    }

    @Test
    void aTicketIsHeldForAFavouriteNoLongerThanConfigured() {
        instances.close();
        holdFor(NOT_FOR_LONG);
        keep("favourite", "learner", "favourite");
        call("caller", "favourite");
        String ticket = queue.enqueue("learner");
        queue.makeAvailable("expert", FOREVER);

        String offer = awaitOffered(ticket, "expert");

        long waited = number("offer", offer, "madeAt") - number("ticket", ticket, "createdAt");
        assertTrue(waited >= NOT_FOR_LONG.toMillis(), waited + " ms");
        assertEquals(0, held(ticket));
    }

    @Test
    void aFavouriteWhoGoesIsNotWaitedFor() {
        keep("favourite", "learner", "favourite");
        call("caller", "favourite");
        queue.makeAvailable("expert", FOREVER);
        String ticket = queue.enqueue("learner");
        await().until(() -> held(ticket) == 1);

        queue.take(Step.END_AVAILABILITY, "favourite");

        String offer = awaitOffered(ticket, "expert");
        long waited = number("offer", offer, "madeAt") - number("ticket", ticket, "createdAt");
        assertTrue(waited < FAVOURITES_FIRST.toMillis(), waited + " ms");
    }

    @Test
    void aFavouriteIsOfferedTheTicketBeforeOthersWhoHaveBeenIdleForLonger() {
        keep("favourite", "learner", "favourite");
        queue.makeAvailable("expert", FOREVER);
        queue.makeAvailable("favourite", FOREVER);

        awaitOffered(queue.enqueue("learner"), "favourite");
    }

    @ParameterizedTest
    @CsvSource({"CANCEL_TICKET", "PAUSE_TICKET"})
    void aTicketThatLeavesTheQueueIsHeldNoMore(Step leaving) {
        keep("favourite", "learner", "favourite");
        call("caller", "favourite");
        queue.makeAvailable("expert", FOREVER);
        String ticket = queue.enqueue("learner");
        await().until(() -> held(ticket) == 1);

        queue.take(leaving, ticket, "learner", "");

        assertEquals(0, held(ticket));
    }

    /** Favourites and blocks, as they come back from the database: kind, who, whom. */
    private void keep(String... relations) {
        Object[] arguments = new Object[3 + relations.length / 3 * 4];
        arguments[0] = "";
        arguments[1] = "1";
        arguments[2] = "epoch";
        for (int from = 0, to = 3; from < relations.length; from += 3, to += 4) {
            System.arraycopy(relations, from, arguments, to, 3);
            arguments[to + 3] = "";
        }
        assertEquals(Outcome.OK, queue.take(Step.SEED, arguments).outcome());
    }

    /** Brings two into a match. */
    private String call(String learner, String expert) {
        String ticket = queue.enqueue(learner);
        queue.makeAvailable(expert, FOREVER);
        String offer = awaitOffered(ticket, expert);
        queue.accept(offer, expert);
        queue.ready(ticket, learner);
        return queue.field("ticket", ticket, "matchId");
    }

    /** The open offer of a ticket, which is to this expert. */
    private String awaitOffered(String ticket, String expert) {
        await().until(() -> "offered".equals(queue.field("ticket", ticket, "state")));
        String offer = queue.field("ticket", ticket, "offer");
        assertEquals(expert, queue.field("offer", offer, "expert"));
        return offer;
    }

    private void awaitNothingUntried() {
        await().until(() -> queue.redis(Command.ZCARD, "{mm}:untried").toInteger() == 0);
    }

    private long held(String ticket) {
        return queue.redis(Command.ZRANGE, "{mm}:held", 0, -1).stream()
                .filter(member -> member.toString().startsWith("t:" + ticket + ":"))
                .count();
    }

    private long number(String kind, String id, String field) {
        return Long.parseLong(queue.field(kind, id, field));
    }
}
