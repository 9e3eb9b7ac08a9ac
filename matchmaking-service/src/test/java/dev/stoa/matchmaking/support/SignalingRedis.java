package dev.stoa.matchmaking.support;

import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;

/** Writes to signaling's Redis what signaling writes there, and reads what it reads. */
public final class SignalingRedis implements AutoCloseable {

    private final Vertx vertx = Vertx.vertx();
    private final Redis redis =
            Redis.createClient(vertx, ConfigProvider.getConfig().getValue("stoa.signaling.redis-url", String.class));

    /** A peer came into a room. */
    public void joined(String room, String peer) {
        event("room", room, "event", "joined", "peer", peer, "at", Instant.now().toString());
    }

    /** The last peer went out of a room. */
    public void empty(String room) {
        event("room", room, "event", "empty", "peer", "", "at", Instant.now().toString());
    }

    /** Whatever it may be. */
    public void event(String... fields) {
        Request request = Request.cmd(Command.XADD).arg("sig:room-events").arg("*");
        List.of(fields).forEach(request::arg);
        send(request);
    }

    /** Whether signaling has been told that a room is over, and passes for it are refused. */
    public boolean isEnded(String room) {
        Response tombstone = send(Request.cmd(Command.TTL).arg("sig:{" + room + "}:ended"));
        Response commands = send(
                Request.cmd(Command.XRANGE).arg("sig:room-commands").arg("-").arg("+"));
        boolean told = commands.stream()
                .map(entry -> entry.get(1).stream().map(String::valueOf).toList())
                .anyMatch(fields -> fields.subList(0, 4).equals(List.of("command", "end", "room", room)));
        return told && tombstone.toInteger() > 590;
    }

    /** How many room events have been read but not been done. */
    public int pending() {
        return send(Request.cmd(Command.XPENDING).arg("sig:room-events").arg("matchmaking"))
                .get(0)
                .toInteger();
    }

    /** Sends a command. */
    public Response send(Request request) {
        return redis.send(request).toCompletionStage().toCompletableFuture().join();
    }

    @Override
    public void close() {
        redis.close();
        vertx.close();
    }
}
