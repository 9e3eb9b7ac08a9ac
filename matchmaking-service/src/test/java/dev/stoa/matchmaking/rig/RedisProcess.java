package dev.stoa.matchmaking.rig;

import dev.stoa.matchmaking.support.TestRedis;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import redis.embedded.RedisExecProvider;

/** A Redis server, or a sentinel, that can be killed, made to stand still, and started again on its data. */
public final class RedisProcess implements AutoCloseable {

    private static final List<String> DURABLE = List.of("appendonly yes", "appendfsync always", "save \"\"");

    private final int port = TestRedis.freePort();
    private final Path directory;
    private final List<String> options;
    private Process process;

    private RedisProcess(List<String> settings, List<String> options) {
        this.options = options;
        try {
            directory = Files.createTempDirectory(Files.createDirectories(Path.of("target", "redis")), "data");
            List<String> lines = new ArrayList<>(settings);
            lines.addAll(List.of("port " + port, "bind 127.0.0.1", "dir " + directory.toAbsolutePath()));
            // Sentinels write what they learn into their settings.
            Files.write(directory.resolve("redis.conf"), lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        start();
    }

    /** A server with the durability of the queue, and these settings. */
    public static RedisProcess durable(String... settings) {
        List<String> all = new ArrayList<>(DURABLE);
        all.addAll(List.of(settings));
        return new RedisProcess(all, List.of());
    }

    /** A sentinel with these settings. */
    public static RedisProcess sentinel(String... settings) {
        return new RedisProcess(List.of(settings), List.of("--sentinel"));
    }

    /** Starts it on what is on disk, and waits until it answers. */
    public void start() {
        try {
            List<String> command = new ArrayList<>(List.of(
                    RedisExecProvider.defaultProvider().get().getAbsolutePath(),
                    directory.resolve("redis.conf").toString()));
            command.addAll(options);
            process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(
                            directory.resolve("redis.log").toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(20))
                .until(this::answers);
    }

    private boolean answers() {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(1_000);
            socket.getOutputStream().write("PING\r\n".getBytes(StandardCharsets.US_ASCII));
            InputStream answer = socket.getInputStream();
            return answer.read() == '+';
        } catch (IOException e) {
            return false;
        }
    }

    public int port() {
        return port;
    }

    public String url() {
        return "redis://127.0.0.1:" + port;
    }

    /** Ends it without a word. */
    public void kill() {
        Signal.KILL.send(process.pid());
        process.onExit().join();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    public void suspend() {
        Signal.STOP.send(process.pid());
    }

    public void resume() {
        Signal.CONT.send(process.pid());
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
