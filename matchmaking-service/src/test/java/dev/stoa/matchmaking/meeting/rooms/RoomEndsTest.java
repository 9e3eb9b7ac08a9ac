package dev.stoa.matchmaking.meeting.rooms;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.stoa.matchmaking.queue.RedisLink;
import dev.stoa.matchmaking.queue.Step;
import dev.stoa.matchmaking.queue.Work;
import dev.stoa.matchmaking.support.TestQueue;
import dev.stoa.matchmaking.support.TestRedis;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RoomEndsTest {

    private static final String ROOM = "R".repeat(22);

    private Vertx vertx;
    private TestRedis redis;
    private TestQueue queue;

    @BeforeEach
    void start() {
        vertx = Vertx.vertx();
        redis = new TestRedis();
        queue = new TestQueue(vertx, redis.url());
    }

    @AfterEach
    void stop() {
        queue.close();
        redis.close();
        vertx.close();
    }

    @Test
    void anEndedRoomIsToldWhenSignalingsRedisIsBack() {
        int port = TestRedis.freePort();
        try (RedisLink away = new RedisLink(vertx, "signaling", "redis://127.0.0.1:" + port, Duration.ofSeconds(1))) {
            queue.steps().onWork(new RoomEnds(away, queue.steps())::take);
            endMatch();
            assertEquals(1, queue.redis(Command.ZCARD, "{mm}:ended-rooms").toInteger());

            try (TestRedis back = new TestRedis(port);
                    TestQueue signaling = new TestQueue(vertx, back.url())) {
                await().untilAsserted(() -> {
                    queue.take(Step.UNTRIED, 0, 100)
                            .rows()
                            .forEach(row -> queue.steps().hand(Work.of(row.getFirst())));
                    assertEquals(
                            0, queue.redis(Command.ZCARD, "{mm}:ended-rooms").toInteger());
                });

                assertEquals(
                        1,
                        signaling
                                .redis(Command.EXISTS, "sig:{" + ROOM + "}:ended")
                                .toInteger());
                assertEquals(
                        "[command, end, room, " + ROOM + "]",
                        signaling.redis(Command.XRANGE, "sig:room-commands", "-", "+").get(0).get(1).stream()
                                .limit(4)
                                .toList()
                                .toString());
            }
        }
    }

    private void endMatch() {
        String ticket = queue.enqueue("learner");
        queue.makeAvailable("expert", 60_000);
        String turn = queue.redis(Command.HGET, "{mm}:ticket:" + ticket, "turn").toString();
        String revision = queue.redis(Command.HGET, "{mm}:availability:expert", "revision")
                .toString();
        queue.take(Step.CLAIM, "ofr_1", 60_000, "expert", revision, ticket, turn, "[\"You both speak English\"]");
        queue.ready(ticket, "learner");
        queue.take(Step.ACCEPT, "ofr_1", "expert", "mch_1", ROOM, "learnerPeer", "expertPeer", 60_000);
        queue.take(Step.LEAVE_MATCH, "mch_1", "learner");
    }
}
