package dev.stoa.matchmaking.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stoa.matchmaking.meeting.ticket.TicketState;
import dev.stoa.matchmaking.support.OnAQueue;
import io.vertx.redis.client.Command;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Tries every move in every state: the scripts make those of the types, and refuse all others. */
class StatesTest extends OnAQueue {

    private static final String LEARNER = "learner";
    private static final String EXPERT = "expert";
    private static final String TICKET = "tkt_1";

    /** How each move is tried, whatever state the ticket is in. */
    private final Map<String, Supplier<Reply>> tries = Map.ofEntries(
            Map.entry("offer", () -> {
                queue.makeAvailable("other", 60_000);
                return queue.claim("ofr_2", "other", TICKET);
            }),
            Map.entry("change", () -> queue.take(Step.CHANGE_TICKET, TICKET, LEARNER, "", "Other words", "")),
            Map.entry("pause", () -> queue.take(Step.PAUSE_TICKET, TICKET, LEARNER, "")),
            Map.entry("resume", () -> queue.take(Step.RESUME_TICKET, TICKET, LEARNER, "")),
            Map.entry("cancel", () -> queue.take(Step.CANCEL_TICKET, TICKET, LEARNER, "")),
            Map.entry("reopen", () -> queue.take(Step.REOPEN_TICKET, TICKET, LEARNER, "")),
            Map.entry("give-back", () -> queue.decline("ofr_1", EXPERT)),
            Map.entry("match", () -> {
                queue.ready(TICKET, LEARNER);
                return queue.accept("ofr_1", EXPERT);
            }),
            Map.entry("begin", () -> {
                join("peerL");
                return join("peerE");
            }),
            Map.entry("complete", () -> queue.leave("mch_1", LEARNER)),
            Map.entry("withdraw", () -> queue.leave("mch_1", LEARNER)),
            Map.entry("retry", () -> {
                join("peerL");
                return sweep("matches", "mch_1", Step.EXPIRE_MATCHES);
            }),
            Map.entry("fail", () -> sweep("matches", "mch_1", Step.EXPIRE_MATCHES)),
            Map.entry("expire", () -> {
                sweep("pauses", TICKET, Step.EXPIRE_PAUSES);
                return sweep("longest-waits", TICKET, Step.EXPIRE_TICKETS);
            }));

    static Stream<Arguments> everyStateAndMove() {
        List<TicketState> states = TicketState.all();
        List<String> moves = states.stream()
                .flatMap(state -> state.moves().keySet().stream())
                .distinct()
                .toList();
        return states.stream().flatMap(state -> moves.stream().map(move -> Arguments.of(state, move)));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("everyStateAndMove")
    void theScriptsMakeTheMovesOfTheTypesAndNoOthers(TicketState state, String move) {
        bringInto(state);
        Map<String, TicketState> legal = state.moves();
        String before = ticket();

        Reply reply = tries.get(move).get();

        TicketState after = TicketState.of(queue.field("ticket", TICKET, "state"));
        if (legal.containsKey(move)) {
            assertEquals(Outcome.OK, reply.outcome());
            assertEquals(legal.get(move), after);
            assertNotEquals(before, ticket());
        } else {
            assertTrue(after.equals(state) || legal.containsValue(after), state + " has become " + after);
            boolean sweptOn = state.equals(new TicketState.InCall()) && after.equals(new TicketState.Completed());
            boolean joined = state.equals(new TicketState.Matched());
            assertTrue(sweptOn || joined || before.equals(ticket()), "The ticket has changed: " + ticket());
        }
    }

    private void bringInto(TicketState state) {
        queue.take(
                Step.ENQUEUE, TICKET, LEARNER, "Ada", "0613", "Software", "[\"en\"]", "Help", 60_000, 60_000, 60_000);
        switch (state) {
            case TicketState.Queued queued -> {}
            case TicketState.Paused paused -> tries.get("pause").get();
            case TicketState.Cancelled cancelled -> tries.get("cancel").get();
            case TicketState.Expired expired -> tries.get("expire").get();
            case TicketState.Offered offered -> offer();
            case TicketState.Matched matched -> match();
            case TicketState.InCall inCall -> {
                match();
                tries.get("begin").get();
            }
            case TicketState.Completed completed -> {
                match();
                tries.get("begin").get();
                tries.get("complete").get();
            }
            case TicketState.Failed failed -> {
                match();
                tries.get("fail").get();
            }
        }
        assertEquals(state.word(), queue.field("ticket", TICKET, "state"));
    }

    private static void offer() {
        queue.makeAvailable(EXPERT, 60_000);
        queue.claim("ofr_1", EXPERT, TICKET);
    }

    private static void match() {
        offer();
        queue.ready(TICKET, LEARNER);
        queue.take(Step.ACCEPT, "ofr_1", EXPERT, "mch_1", "room", "peerL", "peerE", 60_000);
    }

    private static Reply join(String peer) {
        return queue.take(Step.ROOM_JOINED, "room", peer, peer.equals("peerL") ? "5-0" : "6-0", 60_000);
    }

    /** Lets a deadline pass, if there is one, and sweeps. */
    private static Reply sweep(String deadlines, String member, Step step) {
        queue.makeDue(deadlines, member);
        return queue.take(step, 100, "0");
    }

    private static String ticket() {
        return queue.redis(Command.HGETALL, "{mm}:ticket:" + TICKET).toString();
    }
}
