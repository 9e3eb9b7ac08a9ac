package dev.stoa.signaling.rig;

import io.vertx.redis.client.Command;
import io.vertx.redis.client.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Map;
import org.awaitility.Awaitility;
import redis.embedded.RedisExecProvider;

/** One node of a Redis Cluster, a process of its own that keeps nothing on disk. */
final class RedisNode {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final int port;
    private final int busPort;
    private final Path data;
    private final TestRedis look;
    private Process process;
    private volatile boolean gone;

    RedisNode(int port, int busPort) {
        this.port = port;
        this.busPort = busPort;
        try {
            data = Files.createTempDirectory(Files.createDirectories(Path.of("target", "redis")), "node");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        start();
        look = new TestRedis("redis://127.0.0.1:" + port);
    }

    int port() {
        return port;
    }

    int busPort() {
        return busPort;
    }

    /** A look into it, or a hand on it. */
    TestRedis look() {
        return look;
    }

    /** Whether it was killed. */
    boolean isGone() {
        return gone;
    }

    void kill() {
        signal("KILL");
        gone = true;
    }

    void signal(String signal) {
        TestRedis.signal(signal, process.pid());
    }

    void start() {
        gone = false;
        var settings = Map.of(
                "port",
                port,
                "cluster-port",
                busPort,
                "bind",
                "127.0.0.1",
                "dir",
                data.toAbsolutePath(),
                "save",
                "",
                "appendonly",
                "no",
                "repl-diskless-sync-delay",
                0,
                "cluster-enabled",
                "yes",
                "cluster-node-timeout",
                2000,
                "cluster-require-full-coverage",
                "no");
        try {
            var command = new ArrayList<String>();
            command.add(RedisExecProvider.defaultProvider().get().getAbsolutePath());
            settings.forEach((name, value) -> command.addAll(Arrays.asList("--" + name, value.toString())));
            process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(data.resolve("redis.log").toFile())
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void awaitUp() {
        Awaitility.await().atMost(PATIENCE).ignoreExceptions().until(() -> look.run(Command.PING) != null);
    }

    String id() {
        return cluster("MYID").toString();
    }

    Response cluster(Object... words) {
        return look.run(Command.CLUSTER, words);
    }

    void close() {
        look.close();
        process.destroyForcibly();
    }
}
