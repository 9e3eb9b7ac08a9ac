package dev.stoa.matchmaking.meeting.events;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.stoa.matchmaking.queue.EventId;
import dev.stoa.matchmaking.support.TestQueue;
import dev.stoa.matchmaking.support.TestRedis;
import io.vertx.core.Vertx;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a reader who comes back has missed. */
class StandingsTest {

    private final Vertx vertx = Vertx.vertx();
    private final TestRedis redis = new TestRedis();
    private final TestQueue queue = new TestQueue(vertx, redis.url());
    private final Standings standings = new Standings(queue.steps());

    @AfterEach
    void close() {
        queue.close();
        redis.close();
        vertx.close();
    }

    @Test
    void itReachesToTheEndOfTheLogForThoseWhoMissedNothingToo() {
        queue.enqueue("ada");
        EventId seen = position("ada");
        queue.enqueue("bob");
        EventId end = position("ada");

        Standings.Missed adas = missed("ada", seen);
        Standings.Missed bobs = missed("bob", seen);

        assertEquals(List.of(), adas.items());
        assertEquals(end, adas.position());
        assertEquals(1, bobs.items().size());
        assertEquals(end, bobs.position());
    }

    @Test
    void itReachesToTheEndOfTheLogForThoseWhoHaveNoEvents() {
        queue.enqueue("ada");
        EventId seen = position("ada");

        assertEquals(new Standings.Missed(seen, List.of()), missed("eve", seen));
    }

    private EventId position(String account) {
        return standings.of(account).await().indefinitely().position();
    }

    private Standings.Missed missed(String account, EventId seen) {
        return standings.missedSince(account, seen).await().indefinitely().orElseThrow();
    }
}
