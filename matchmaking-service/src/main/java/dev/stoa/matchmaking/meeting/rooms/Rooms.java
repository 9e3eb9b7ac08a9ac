package dev.stoa.matchmaking.meeting.rooms;

import dev.stoa.matchmaking.queue.Ids;
import dev.stoa.matchmaking.queue.QueueConfig;
import dev.stoa.matchmaking.queue.RedisLink;
import dev.stoa.matchmaking.queue.Sentinels;
import dev.stoa.matchmaking.queue.Steps;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The two connections to signaling's Redis of this instance, and what runs on them. */
@ApplicationScoped
class Rooms {

    /** As many as signaling keeps. */
    private static final int MOST_EVENTS = 100_000;

    private final Steps steps;
    private final RedisLink commands;
    private final RedisLink reading;
    private final RoomEvents events;

    Rooms(
            Vertx vertx,
            Steps steps,
            SignalingConfig config,
            QueueConfig queue,
            @ConfigProperty(name = "stoa.instance") Optional<String> instance) {
        this.steps = steps;
        Duration patience = queue.timeout().plusMillis(RoomEvents.BLOCK_MS);
        this.commands = link(vertx, "signaling", config, queue.timeout());
        this.reading = link(vertx, "signaling's room events", config, patience);
        String consumer = instance.orElseGet(() -> Ids.next("matchmaking-").substring(0, 18));
        this.events = new RoomEvents(vertx, reading, steps, config, consumer);
    }

    void start(@Observes StartupEvent event) {
        steps.onWork(new RoomEnds(commands, steps)::take);
        steps.onWork(new PeerRemovals(commands, steps)::take);
        events.start();
    }

    void stop(@Observes ShutdownEvent event) {
        events.stop();
        reading.close();
        commands.close();
    }

    /** Appends to the stream of room events what happened in a room. */
    Uni<Void> tell(String room, String event, String peer) {
        Request request = Request.cmd(Command.XADD)
                .arg(RoomEvents.STREAM)
                .arg("MAXLEN")
                .arg("~")
                .arg(MOST_EVENTS)
                .arg("*");
        for (String each : List.of(
                "room", room, "event", event, "peer", peer, "at", Instant.now().toString())) {
            request.arg(each);
        }
        return commands.send(request).replaceWithVoid();
    }

    boolean connected() {
        return commands.connected() && reading.connected();
    }

    static RedisLink link(Vertx vertx, String name, SignalingConfig config, Duration timeout) {
        List<String> urls = List.of(config.redisUrl().split("\\s*,\\s*"));
        if (config.redisCluster()) {
            return RedisLink.toCluster(vertx, name, urls, timeout);
        }
        return config.redisSentinelMaster()
                .map(master -> new Sentinels(vertx, urls, config.redisSentinelPassword(), master))
                .map(sentinels -> RedisLink.toMaster(vertx, name, sentinels, timeout))
                .orElseGet(() -> new RedisLink(vertx, name, config.redisUrl(), timeout));
    }
}
