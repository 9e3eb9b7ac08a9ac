package dev.stoa.matchmaking.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stoa.matchmaking.support.TestQueue;
import dev.stoa.matchmaking.support.TestRedis;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever a few accounts do to a queue, in whatever order: the place that a ticket was told never grows. */
class PlacesNeverMoveBackTest {

    private static final int ROUNDS = 25;
    /** A move that chance passes over gets so many more rounds. */
    private static final int MOST_ROUNDS = 250;

    private static final int MOVES = 300;
    private static final int TRAIL = 40;
    private static final Set<String> OVER = Set.of("completed", "cancelled", "expired");

    private final Vertx vertx = Vertx.vertx();
    private final TestRedis redis = new TestRedis();
    private TestQueue queue;

    @BeforeEach
    void connect() {
        queue = new TestQueue(vertx, redis.url());
    }

    @AfterEach
    void close() {
        queue.close();
        redis.close();
        vertx.close();
    }

    @Test
    void aPlaceOnceToldNeverGrows() {
        long seed = Long.getLong("seed", System.nanoTime() & 0xffff_ffffL);
        System.out.println("places: -Dseed=" + seed);
        Random random = new Random(seed);
        EnumSet<Move> never = EnumSet.allOf(Move.class);
        for (int round = 0; round < ROUNDS || (!never.isEmpty() && round < MOST_ROUNDS); round++) {
            queue.redis(Command.FLUSHALL);
            never.removeAll(play(seed, random));
        }
        assertEquals(EnumSet.noneOf(Move.class), never, "moves that never did anything, -Dseed=" + seed);
    }

    /** Plays one history on an empty queue, and answers which moves have done something. */
    private EnumSet<Move> play(long seed, Random random) {
        RandomMoves moves = new RandomMoves(queue, random);
        EnumSet<Move> done = EnumSet.noneOf(Move.class);
        List<String> trail = new ArrayList<>();
        Map<String, Integer> told = new HashMap<>();
        for (int i = 0; i < MOVES; i++) {
            Move move = Move.any(random);
            if (moves.make(move)) {
                done.add(move);
                trail.add(moves.last());
                look(
                        moves,
                        told,
                        () -> "-Dseed=" + seed + "\n"
                                + String.join("\n", trail.subList(Math.max(0, trail.size() - TRAIL), trail.size())));
            }
        }
        checkEvents(seed);
        return done;
    }

    /** Looks at all tickets that may still have a place. */
    private void look(RandomMoves moves, Map<String, Integer> told, Supplier<String> how) {
        moves.tickets().entrySet().removeIf(entry -> {
            JsonNode view = queue.read(queue.take(Step.GET_TICKET, entry.getKey(), entry.getValue())
                    .text());
            check(told, view, how);
            return OVER.contains(view.get("state").asText());
        });
    }

    /** What the accounts were told by events, in the order of the log. */
    private void checkEvents(long seed) {
        Map<String, Integer> told = new HashMap<>();
        queue.redis(Command.XRANGE, Keys.LOG, "-", "+").forEach(entry -> {
            List<String> fields = entry.get(1).stream().map(String::valueOf).toList();
            if (fields.getFirst().equals("account") && fields.get(3).equals("ticket")) {
                check(told, queue.read(fields.get(5)).get("ticket"), () -> "event, -Dseed=" + seed);
            }
        });
    }

    private static void check(Map<String, Integer> told, JsonNode ticket, Supplier<String> how) {
        if (!ticket.has("place")) {
            return;
        }
        String id = ticket.get("id").asText();
        int place = ticket.get("place").asInt();
        Integer before = told.put(id, place);
        if (before != null && place > before) {
            fail("%s went back from place %d to %d: %s".formatted(id, before, place, how.get()));
        }
    }
}
