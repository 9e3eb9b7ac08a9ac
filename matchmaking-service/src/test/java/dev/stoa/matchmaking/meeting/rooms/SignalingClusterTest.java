package dev.stoa.matchmaking.meeting.rooms;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.stoa.matchmaking.queue.RedisLink;
import dev.stoa.matchmaking.queue.Step;
import dev.stoa.matchmaking.queue.Work;
import dev.stoa.matchmaking.support.TestQueue;
import dev.stoa.matchmaking.support.TestRedis;
import dev.stoa.matchmaking.support.TestRedisCluster;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Response;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Signaling's Redis is a cluster: rooms are told of and heard of wherever their keys are, also after a node was away. */
class SignalingClusterTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String EVENTS = "sig:room-events";
    private static final String COMMANDS = "sig:room-commands";

    private static Vertx vertx;
    private static TestRedis redis;
    private static TestQueue queue;
    private static TestRedisCluster cluster;

    @BeforeAll
    static void start() {
        vertx = Vertx.vertx();
        redis = new TestRedis();
        queue = new TestQueue(vertx, redis.url());
        cluster = new TestRedisCluster();
    }

    @AfterAll
    static void stop() {
        cluster.close();
        queue.close();
        redis.close();
        vertx.close();
    }

    @Test
    void endedRoomsAreToldWhereverTheyAre() {
        try (RedisLink link = RedisLink.toCluster(vertx, "signaling", cluster.urls(), Duration.ofSeconds(2))) {
            queue.steps().onWork(new RoomEnds(link, queue.steps())::take);
            for (int i = 0; i < 6; i++) {
                String room = "room" + i + "R".repeat(17);
                endMatch(i, room);
                awaitTold(room);
            }

            cluster.restartOwnerOf(COMMANDS);
            String late = "late" + "R".repeat(18);
            endMatch(6, late);
            awaitTold(late);
        }
    }

    @Test
    void roomEventsAreHeard() {
        try (RedisLink link = RedisLink.toCluster(vertx, "events", cluster.urls(), Duration.ofSeconds(3))) {
            RoomEvents events = new RoomEvents(vertx, link, queue.steps(), new Signaling(), "one");
            events.start();
            tellAndAwait();
            cluster.restartOwnerOf(EVENTS);
            tellAndAwait();
            events.stop();
        }
    }

    private static void tellAndAwait() {
        String id = cluster.run(
                        EVENTS,
                        Command.XADD,
                        EVENTS,
                        "*",
                        "room",
                        "R".repeat(22),
                        "event",
                        "joined",
                        "peer",
                        "P",
                        "at",
                        1)
                .toString();
        await().atMost(PATIENCE).ignoreExceptions().untilAsserted(() -> {
            Response group =
                    cluster.run(EVENTS, Command.XINFO, "GROUPS", EVENTS).get(0);
            assertEquals(id, group.get("last-delivered-id").toString());
            assertEquals(0, group.get("pending").toInteger());
        });
    }

    private static void awaitTold(String room) {
        await().atMost(PATIENCE).ignoreExceptions().untilAsserted(() -> {
            queue.take(Step.UNTRIED, 0, 100).rows().forEach(row -> queue.steps().hand(Work.of(row.getFirst())));
            String tombstone = "sig:{" + room + "}:ended";
            assertEquals(1, cluster.run(tombstone, Command.EXISTS, tombstone).toInteger());
            String commands =
                    cluster.run(COMMANDS, Command.XRANGE, COMMANDS, "-", "+").toString();
            assertEquals(true, commands.contains(room), commands);
        });
    }

    private static void endMatch(int number, String room) {
        String learner = "learner" + number;
        String expert = "expert" + number;
        String offer = "ofr_" + number;
        String match = "mch_" + number;
        String ticket = queue.enqueue(learner);
        queue.makeAvailable(expert, 60_000);
        String turn = queue.redis(Command.HGET, "{mm}:ticket:" + ticket, "turn").toString();
        String revision = queue.redis(Command.HGET, "{mm}:availability:" + expert, "revision")
                .toString();
        queue.take(Step.CLAIM, offer, 60_000, expert, revision, ticket, turn, "[\"You both speak English\"]");
        queue.ready(ticket, learner);
        queue.take(Step.ACCEPT, offer, expert, match, room, "learnerPeer", "expertPeer", 60_000);
        queue.take(Step.LEAVE_MATCH, match, learner);
    }
}
