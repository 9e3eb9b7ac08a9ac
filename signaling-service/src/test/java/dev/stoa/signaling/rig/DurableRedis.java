package dev.stoa.signaling.rig;

import io.vertx.redis.client.Command;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import redis.embedded.RedisServer;

/** A Redis that writes to disk once a second, and can be killed and started again on its data. */
public final class DurableRedis implements AutoCloseable {

    private final int port = Ports.free();
    private final Path data;
    private final TestRedis look;
    private RedisServer server;

    public DurableRedis() {
        try {
            data = Files.createTempDirectory(Files.createDirectories(Path.of("target", "redis")), "data");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        start();
        look = new TestRedis(url());
    }

    public int port() {
        return port;
    }

    public String url() {
        return "redis://127.0.0.1:" + port;
    }

    public TestRedis look() {
        return look;
    }

    /** Starts it on what is on disk, and waits until it answers. */
    public void start() {
        server = RedisServer.builder()
                .port(port)
                .setting("bind 127.0.0.1")
                .setting("dir " + data.toAbsolutePath())
                .setting("save \"\"")
                .setting("appendonly yes")
                .setting("appendfsync everysec")
                .build();
        server.start();
    }

    public void kill() {
        TestRedis.signal("KILL", pid());
    }

    /** Its process; it must be answering. */
    public long pid() {
        return look.run(Command.INFO, "server")
                .toString()
                .lines()
                .filter(line -> line.startsWith("process_id:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void close() {
        look.close();
        server.stop();
    }
}
