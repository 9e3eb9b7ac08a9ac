package dev.stoa.matchmaking.support;

import static org.awaitility.Awaitility.await;

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

    /** A peer came into a room; gives the event's id. */
    public String joined(String room, String peer) {
        return event(
                "room",
                room,
                "event",
                "joined",
                "peer",
                peer,
                "at",
                Instant.now().toString());
    }

    /** The last peer went out of a room; gives the event's id. */
    public String empty(String room) {
        return event(
                "room", room, "event", "empty", "peer", "", "at", Instant.now().toString());
    }

    /** Whatever it may be; gives its id. */
    public String event(String... fields) {
        Request request = Request.cmd(Command.XADD).arg("sig:room-events").arg("*");
        List.of(fields).forEach(request::arg);
        return send(request).toString();
    }

    /** Lets both into the room of a match, and waits until their call has begun. */
    public void letBothIn(String match) {
        Response rooms = send(Request.cmd(Command.HMGET)
                .arg("{mm}:match:" + match)
                .arg("room")
                .arg("learnerPeer")
                .arg("expertPeer"));
        joined(rooms.get(0).toString(), rooms.get(1).toString());
        joined(rooms.get(0).toString(), rooms.get(2).toString());
        await("the call begins")
                .until(() -> "in-call"
                        .equals(send(Request.cmd(Command.HGET)
                                        .arg("{mm}:match:" + match)
                                        .arg("state"))
                                .toString()));
    }

    /** Waits until this event of its room was the last one that a match has heard of. */
    public void awaitHeard(String match, String event) {
        await("the match hears of " + event)
                .until(() -> event.equals(String.valueOf(send(
                        Request.cmd(Command.HGET).arg("{mm}:match:" + match).arg("roomEvent")))));
    }

    /** When a match ends by itself, in ms since 1970. */
    public long deadline(String match) {
        return send(Request.cmd(Command.ZSCORE).arg("{mm}:matches").arg(match)).toLong();
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
