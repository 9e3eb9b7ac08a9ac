package dev.stoa.matchmaking.meeting.rooms;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.stoa.matchmaking.queue.RedisLink;
import dev.stoa.matchmaking.queue.Step;
import dev.stoa.matchmaking.support.TestQueue;
import dev.stoa.matchmaking.support.TestRedis;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Signaling's Redis is away for longer than a match waits: nobody has missed a call, and nobody is sent into a room. */
class RoomsAwayTest {

    /** Longer than nothing may be heard of rooms before nobody is matched. */
    private static final Duration NO_SHOW_TIME = Duration.ofSeconds(6);

    private Vertx vertx;
    private TestRedis queues;
    private TestRedis signalings;
    private TestQueue queue;
    private RedisLink link;
    private RoomEvents events;

    @BeforeEach
    void start() {
        vertx = Vertx.vertx();
        queues = new TestRedis();
        signalings = new TestRedis();
        queue = new TestQueue(vertx, queues.url());
        link = new RedisLink(vertx, "room events", signalings.url(), Duration.ofSeconds(3));
        events = new RoomEvents(vertx, link, queue.steps(), new Signaling(), "one");
        events.start();
    }

    @AfterEach
    void stop() {
        events.stop();
        link.close();
        queue.close();
        signalings.close();
        queues.close();
        vertx.close();
    }

    @Test
    void anOutageIsNobodysMissAndPausesTheMatching() {
        await("the first reading").until(() -> !heard().equals("null"));
        String ticket = match();
        String another = queue.enqueue("another");
        queue.makeAvailable("idle", 60_000);

        signalings.stop();
        await().during(NO_SHOW_TIME.plusSeconds(2)).until(() -> "matched".equals(stateAfterSweep(ticket)));
        assertEquals("rooms", queue.claim("ofr_2", "idle", another).text());

        signalings.startAgain();
        join("peerL");
        join("peerE");
        await("both are in the call").until(() -> "in-call".equals(stateAfterSweep(ticket)));
        assertNull(queue.field("misses", "learner", "count"));
        assertNull(queue.field("misses", "expert", "count"));
        assertEquals(another, queue.claim("ofr_3", "idle", another).text());
    }

    @Test
    void nothingIsHeardWhileNoInstanceOfSignalingLives() {
        try (TestQueue signaling = new TestQueue(vertx, signalings.url())) {
            signaling.redis(Command.HSET, Hearing.CLOCK, "at", 1);
            AtomicReference<String> last = new AtomicReference<>();
            await("nothing").during(Duration.ofSeconds(2)).until(() -> {
                String heard = heard();
                return heard.equals(last.getAndSet(heard));
            });

            signaling.redis(Command.HSET, Hearing.CLOCK, "at", 2);

            await("something").until(() -> !heard().equals(last.get()));
        }
    }

    private String heard() {
        return String.valueOf(queue.redis(Command.GET, "{mm}:rooms-heard"));
    }

    private String match() {
        String ticket = queue.enqueue("learner");
        queue.makeAvailable("expert", 60_000);
        queue.claim("ofr_1", "expert", ticket);
        queue.ready(ticket, "learner");
        queue.take(Step.ACCEPT, "ofr_1", "expert", "mch_1", "room", "peerL", "peerE", NO_SHOW_TIME.toMillis());
        return ticket;
    }

    private String stateAfterSweep(String ticket) {
        queue.take(Step.EXPIRE_MATCHES, 100, "30000");
        return queue.field("ticket", ticket, "state");
    }

    private void join(String peer) {
        try (TestQueue signaling = new TestQueue(vertx, signalings.url())) {
            signaling.redis(Command.XADD, RoomEvents.STREAM, "*", "room", "room", "event", "joined", "peer", peer);
        }
    }
}
