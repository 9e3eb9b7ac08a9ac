package dev.stoa.matchmaking.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stoa.matchmaking.support.OnAQueue;
import io.vertx.redis.client.Command;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** The deadlines that the scripts keep by the clock of Redis. */
class DeadlinesTest extends OnAQueue {

    @Test
    void anOfferCannotBeAcceptedAfterItsDeadlineEvenIfNobodyHasSwept() {
        String ticket = queue.enqueue("learner");
        queue.makeAvailable("expert", 60_000);
        queue.take(Step.CLAIM, "ofr_1", 1, "expert", revision("expert"), ticket, turn(ticket), "[\"x\"]");

        Awaitility.await().untilAsserted(() -> {
            Reply late = queue.accept("ofr_1", "expert");
            assertEquals(Outcome.CONFLICT, late.outcome());
            assertEquals("expired", late.text());
        });
    }

    @Test
    void deadlinesStandStillAfterEverybodyWasAway() {
        queue.makeAvailable("expert", 1);
        Awaitility.await().until(() -> leaseIsOver("expert"));
        queue.redis(Command.SET, "{mm}:swept", System.currentTimeMillis() - 20_000);

        queue.take(Step.WATCH_CLOCK, 5_000, 30_000);

        assertEquals("0", queue.take(Step.EXPIRE_LEASES, 100).text());
        assertTrue(queue.standing("expert").contains("available"));
        queue.redis(Command.DEL, "{mm}:grace");
        assertEquals("1", queue.take(Step.EXPIRE_LEASES, 100).text());
        assertFalse(queue.standing("expert").contains("available"));
    }

    @Test
    void aTicketThatWaitsTooLongExpires() {
        String ticket = Ids.next("tkt_");
        queue.take(Step.ENQUEUE, ticket, "learner", "Ada", "0613", "Software", "[\"en\"]", "Help", 1, 1, 1);

        Awaitility.await()
                .untilAsserted(() ->
                        assertEquals("1", queue.take(Step.EXPIRE_TICKETS, 100).text()));

        assertTrue(queue.take(Step.GET_TICKET, ticket, "learner").text().contains("\"expired\""));
        assertEquals(
                List.of(), queue.redis(Command.KEYS, "{mm}:tickets:*").stream().toList());
        assertEquals(
                Outcome.OK,
                queue.take(
                                Step.ENQUEUE,
                                Ids.next("tkt_"),
                                "learner",
                                "Ada",
                                "0613",
                                "Software",
                                "[\"en\"]",
                                "Help",
                                1_000,
                                1_000,
                                1_000)
                        .outcome());
    }

    @Test
    void aLateRoomEventDoesNotMoveADeadline() {
        String ticket = queue.enqueue("learner");
        queue.meet("ofr_1", "mch_1", ticket);
        queue.take(Step.ROOM_JOINED, "room", "peerL", "5-0", 60_000);
        queue.take(Step.ROOM_JOINED, "room", "peerE", "7-0", 60_000);

        queue.take(Step.ROOM_EMPTY, "room", "6-0", 0);

        assertEquals("0", queue.take(Step.EXPIRE_MATCHES, 100).text());
        queue.take(Step.ROOM_EMPTY, "room", "8-0", 0);
        assertEquals("1", queue.take(Step.EXPIRE_MATCHES, 100).text());
    }

    private static boolean leaseIsOver(String account) {
        long until = queue.redis(Command.ZSCORE, "{mm}:leases", account).toLong();
        return until < System.currentTimeMillis();
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
