package dev.stoa.signaling.rig;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import redis.embedded.RedisServer;

/** A look into Redis, and a hand on it. */
public final class TestRedis implements AutoCloseable {

    static {
        // Whoever looks into Redis waits for what others do there, for as long as a busy machine takes.
        Awaitility.setDefaultTimeout(Duration.ofSeconds(30));
    }

    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    private final Redis redis;

    public TestRedis(String url) {
        redis = Redis.createClient(vertx, url);
    }

    /** Starts a server that keeps nothing on disk. */
    public static RedisServer start(int port) {
        var server = RedisServer.builder()
                .port(port)
                .setting("bind 127.0.0.1")
                .setting("save \"\"")
                .setting("appendonly no")
                .build();
        server.start();
        return server;
    }

    public Response run(Command command, Object... arguments) {
        var request = Request.cmd(command);
        for (var argument : arguments) {
            request.arg(argument.toString());
        }
        try {
            return redis.send(request).toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(command + " failed", e);
        }
    }

    /** What matchmaking-service is told of a room, as "event peer". */
    public List<String> events(String room) {
        return run(Command.XRANGE, "sig:room-events", "-", "+").stream()
                .map(item -> item.get(1))
                .filter(fields -> fields.get(1).toString().equals(room))
                .map(fields -> fields.get(3) + " " + fields.get(5))
                .toList();
    }

    /** Waits until matchmaking-service has been told exactly this of a room: it hears after the room does. */
    public void awaitEvents(String room, String... expected) {
        await().untilAsserted(() -> assertEquals(List.of(expected), events(room)));
    }

    /** Ends a room as matchmaking-service does. */
    public void endRoom(String room) {
        run(Command.SET, "sig:{" + room + "}:ended", "1", "EX", 600);
        run(Command.XADD, "sig:room-commands", "*", "command", "end", "room", room, "at", "1767225600000");
    }

    /** Takes one participant out as matchmaking-service does. */
    public void remove(String room, String peer) {
        run(Command.SADD, "sig:{" + room + "}:removed", peer);
        run(Command.EXPIRE, "sig:{" + room + "}:removed", 600);
        run(Command.XADD, "sig:room-commands", "*", "command", "remove", "room", room, "peer", peer);
    }

    /** Whether some page of the room may still come back. */
    public boolean isAway(String room) {
        return run(Command.ZRANGE, "{sig}:away", 0, -1).stream()
                .anyMatch(away -> away.toString().startsWith(room + " "));
    }

    /** Lets the time pass in which that peer of the room, who is away, may come back. */
    public void endWindow(String room, String peer) {
        var window = await("the window of " + peer)
                .until(() -> windowOf(room, peer), Optional::isPresent)
                .orElseThrow();
        run(Command.ZADD, "{sig}:away", "XX", 0, window);
    }

    private Optional<String> windowOf(String room, String peer) {
        return run(Command.ZRANGE, "{sig}:away", 0, -1).stream()
                .map(Response::toString)
                .filter(away -> away.startsWith(room + " " + peer + " "))
                .findFirst();
    }

    /** The last number of the room that was carried to the instance of that peer. */
    public long carried(String room, String peer) {
        return run(Command.HGET, "sig:{" + room + "}:state", "i:" + instanceOf(room, peer))
                .toLong();
    }

    /** Has a peer say something that Redis forgets to carry to its addressee; gives its number. */
    public long lose(String room, String from, String to, String message) {
        var state = "sig:{" + room + "}:state";
        var seq = run(Command.HINCRBY, state, "seq", 1).toLong();
        run(Command.HSET, state, "i:" + instanceOf(room, to), seq);
        var entry = "0 %d %s %s - %s".formatted(seq, from, to, message);
        run(Command.XADD, "sig:{" + room + "}:stream", seq + "-0", "entry", entry);
        return seq;
    }

    private String instanceOf(String room, String peer) {
        return run(Command.HGET, "sig:{" + room + "}:peers", peer).toString().split(" ")[1];
    }

    /** Waits until the room has that number. */
    public void awaitSeq(String room, long seq) {
        await().until(() -> run(Command.HGET, "sig:{" + room + "}:state", "seq").toLong() >= seq);
    }

    /** Stops the server from answering until {@link #resume}. */
    public long pause() {
        var pid = run(Command.INFO, "server")
                .toString()
                .lines()
                .filter(line -> line.startsWith("process_id:"))
                .map(line ->
                        Long.parseLong(line.substring("process_id:".length()).strip()))
                .findFirst()
                .orElseThrow();
        signal("STOP", pid);
        return pid;
    }

    public void resume(long pid) {
        signal("CONT", pid);
    }

    /** Sends a signal to a process. */
    public static void signal(String signal, long pid) {
        try {
            new ProcessBuilder("kill", "-" + signal, Long.toString(pid)).start().waitFor();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        redis.close();
        vertx.close();
    }
}
