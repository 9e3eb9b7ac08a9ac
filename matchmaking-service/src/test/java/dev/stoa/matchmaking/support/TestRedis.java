package dev.stoa.matchmaking.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.awaitility.Awaitility;
import redis.embedded.RedisServer;

/** A real Redis server with the queue's durability, on a free port, in a directory of its own. */
public final class TestRedis implements AutoCloseable {

    private static final Set<Integer> GIVEN = ConcurrentHashMap.newKeySet();

    static {
        // Whoever starts servers waits for what they do, for as long as a busy machine takes.
        Awaitility.setDefaultTimeout(Duration.ofSeconds(30));
    }

    private final int port;
    private final Path directory;
    private RedisServer server;

    /** Starts it on a free port. */
    public TestRedis() {
        this(freePort());
    }

    /** Starts it on this port. */
    public TestRedis(int port) {
        this.port = port;
        try {
            directory = Files.createTempDirectory("stoa-redis-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server = start();
    }

    /** Its URL. */
    public String url() {
        return "redis://127.0.0.1:" + port;
    }

    /** Stops it and starts it again with the same data. */
    public void restart() {
        stop();
        startAgain();
    }

    /** Stops it; the data stay. */
    public void stop() {
        server.stop();
    }

    /** Starts it with the same data. */
    public void startAgain() {
        server = start();
    }

    private RedisServer start() {
        RedisServer started = RedisServer.builder()
                .port(port)
                .bind("127.0.0.1")
                .setting("dir " + directory)
                .setting("appendonly yes")
                .setting("appendfsync always")
                .setting("save \"\"")
                .build();
        started.start();
        return started;
    }

    /** A port that nobody listens on right now, and that was not given before: whoever has it may not listen yet. */
    public static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            int port = socket.getLocalPort();
            return GIVEN.add(port) ? port : freePort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        server.stop();
    }
}
