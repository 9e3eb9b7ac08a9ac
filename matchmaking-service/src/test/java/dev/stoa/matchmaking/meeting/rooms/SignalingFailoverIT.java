package dev.stoa.matchmaking.meeting.rooms;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stoa.matchmaking.queue.RedisLink;
import dev.stoa.matchmaking.queue.Step;
import dev.stoa.matchmaking.queue.Work;
import dev.stoa.matchmaking.rig.RedisProcess;
import dev.stoa.matchmaking.rig.SentinelSet;
import dev.stoa.matchmaking.support.TestQueue;
import dev.stoa.matchmaking.support.TestRedis;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Response;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Signaling's Redis is watched by sentinels: rooms are heard and told of on whichever server they name. */
class SignalingFailoverIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String ENDED = "sig:{room}:ended";

    private Vertx vertx;
    private TestRedis redis;
    private TestQueue queue;
    private SentinelSet servers;

    @BeforeEach
    void start() {
        vertx = Vertx.vertx();
        redis = new TestRedis();
        queue = new TestQueue(vertx, redis.url());
        servers = new SentinelSet();
    }

    @AfterEach
    void stop() {
        servers.close();
        queue.close();
        redis.close();
        vertx.close();
    }

    @Test
    void roomsAreHeardAndToldOfAfterAFailover() {
        Signaling config = new Signaling(servers.urls(), Optional.of(SentinelSet.NAME));
        try (RedisLink reading = Rooms.link(vertx, "events", config, Duration.ofSeconds(3));
                RedisLink commands = Rooms.link(vertx, "commands", config, Duration.ofSeconds(2))) {
            queue.steps().onWork(new RoomEnds(commands, queue.steps())::take);
            RoomEvents events = new RoomEvents(vertx, reading, queue.steps(), config, "one");
            events.start();
            awaitHeard();

            RedisProcess master = servers.master();
            master.suspend();
            servers.awaitOtherThan(master);
            master.resume();

            awaitHeard();
            queue.meet("ofr_1", "mch_1", queue.enqueue("learner"));
            queue.leave("mch_1", "learner");
            awaitTold();
            events.stop();
        }
    }

    /** Somebody comes into a room, and it is known here. */
    private void awaitHeard() {
        await("the stream").atMost(PATIENCE).ignoreExceptions().until(() -> groups().size() == 1);
        Response id = servers.run(
                Command.XADD, RoomEvents.STREAM, "*", "room", "room", "event", "joined", "peer", "peer", "at", 1);
        await("the event").atMost(PATIENCE).ignoreExceptions().untilAsserted(() -> {
            assertEquals(id.toString(), groups().get(0).get("last-delivered-id").toString());
            assertEquals(0, groups().get(0).get("pending").toInteger());
        });
    }

    private Response groups() {
        return servers.run(Command.XINFO, "GROUPS", RoomEvents.STREAM);
    }

    private void awaitTold() {
        await("the room's end").atMost(PATIENCE).ignoreExceptions().untilAsserted(() -> {
            queue.take(Step.UNTRIED, 0, 100).rows().forEach(row -> queue.steps().hand(Work.of(row.getFirst())));
            assertEquals(1, servers.run(Command.EXISTS, ENDED).toInteger());
            String told =
                    servers.run(Command.XRANGE, "sig:room-commands", "-", "+").toString();
            assertTrue(told.contains("end, room, room"), told);
        });
    }
}
