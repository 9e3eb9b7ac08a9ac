package dev.stoa.signaling.redis;

import dev.stoa.signaling.rig.Ports;
import dev.stoa.signaling.rig.TestRedis;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Response;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import redis.embedded.RedisExecProvider;

/** Three Redis servers and the three sentinels that watch them, each a process of its own. */
final class SentinelSet implements AutoCloseable {

    static final String NAME = "stoa";
    static final String SENTINELS_PASSWORD = "south";

    private static final String PASSWORD = "north";

    private static final int EACH = 3;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** What Redis has by itself: a server that comes back is made a replica only after some ten seconds. */
    private static final int INFO_MS = 10_000;

    private static final int PUBLISH_MS = 2_000;
    /** While nothing is tested, and all that is awaited is that they see what is. */
    private static final int HURRIED_MS = 200;

    private final Map<Integer, Process> servers = new HashMap<>();
    private final List<Integer> sentinelPorts = ports();
    private final List<Process> sentinels = new ArrayList<>();
    private final List<TestRedis> looks;
    private final File program;

    SentinelSet() {
        try {
            program = RedisExecProvider.defaultProvider().get();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var ports = ports();
        ports.forEach(port -> servers.put(port, server(port, ports.getFirst())));
        sentinelPorts.forEach(port -> sentinels.add(sentinel(port, ports.getFirst())));
        looks = sentinelPorts.stream()
                .map(port -> new TestRedis(url(SENTINELS_PASSWORD, port)))
                .toList();
        awaitComplete();
    }

    /** The sentinels' addresses, with the password and the database of the primary, as an operator writes them. */
    String urls() {
        return sentinelPorts.stream().map(port -> url(PASSWORD, port) + "/1").collect(Collectors.joining(","));
    }

    /** The port of the primary, as the sentinels know it. */
    int primary() {
        return Integer.parseInt(ask("GET-MASTER-ADDR-BY-NAME", NAME).get(1).toString());
    }

    /** Waits until two replicas follow the primary and all sentinels know of each other and of the replicas. */
    void awaitComplete() {
        Awaitility.await().atMost(PATIENCE).ignoreExceptions().until(() -> {
            pace(HURRIED_MS, HURRIED_MS);
            return looks.stream().allMatch(this::seesAll);
        });
        pace(INFO_MS, PUBLISH_MS);
    }

    /** How often sentinels ask servers for their role, and publish what they know of each other. */
    private void pace(int infoMs, int publishMs) {
        for (var look : looks) {
            look.run(Command.SENTINEL, "DEBUG", "info-period", infoMs, "publish-period", publishMs);
        }
    }

    private boolean seesAll(TestRedis look) {
        var primary = primary();
        var healthy = look.run(Command.SENTINEL, "REPLICAS", NAME).stream()
                .filter(replica -> replica.get("flags").toString().equals("slave"))
                .filter(replica -> replica.get("master-link-status").toString().equals("ok"))
                .filter(replica -> replica.get("master-port").toInteger() == primary)
                .count();
        return healthy == EACH - 1
                && look.run(Command.SENTINEL, "SENTINELS", NAME).size() == EACH - 1;
    }

    /** Waits until another server than that is the primary. */
    void awaitOtherThan(int port) {
        Awaitility.await().atMost(PATIENCE).pollInterval(Duration.ofMillis(50)).until(() -> primary() != port);
    }

    /** Sends a signal to the server of that port. */
    void signal(String signal, int port) {
        TestRedis.signal(signal, servers.get(port).pid());
    }

    /** Whether an instance sends its scripts to the server of that port. */
    boolean isUsed(int port) {
        try (var server = new TestRedis(url(PASSWORD, port))) {
            return server.run(Command.CLIENT, "LIST").toString().contains(" cmd=evalsha ");
        }
    }

    /** Sends a signal to one of the sentinels. */
    void signalLastSentinel(String signal) {
        TestRedis.signal(signal, sentinels.getLast().pid());
    }

    /** Starts a server anew that was killed; it follows the primary. */
    void restart(int port) {
        servers.put(port, server(port, primary()));
    }

    /** Makes another server the primary while all are well. */
    void failOver() {
        ask("FAILOVER", NAME);
    }

    @Override
    public void close() {
        looks.forEach(TestRedis::close);
        Stream.concat(servers.values().stream(), sentinels.stream()).forEach(Process::destroyForcibly);
    }

    private Response ask(String... words) {
        return looks.getFirst().run(Command.SENTINEL, (Object[]) words);
    }

    private Process server(int port, int primary) {
        var settings = new ArrayList<>(List.of(
                "port " + port,
                "bind 127.0.0.1",
                "save \"\"",
                "appendonly no",
                "repl-diskless-sync-delay 0",
                "dir target",
                "requirepass " + PASSWORD,
                "masterauth " + PASSWORD));
        if (port != primary) {
            settings.add("replicaof 127.0.0.1 " + primary);
        }
        return start("redis-" + port, settings);
    }

    private Process sentinel(int port, int primary) {
        return start(
                "sentinel-" + port,
                List.of(
                        "port " + port,
                        "bind 127.0.0.1",
                        "sentinel monitor " + NAME + " 127.0.0.1 " + primary + " 2",
                        "requirepass " + SENTINELS_PASSWORD,
                        "sentinel sentinel-pass " + SENTINELS_PASSWORD,
                        "sentinel auth-pass " + NAME + " " + PASSWORD,
                        "sentinel down-after-milliseconds " + NAME + " 1500",
                        "sentinel failover-timeout " + NAME + " 3000"),
                "--sentinel");
    }

    private Process start(String name, List<String> settings, String... options) {
        try {
            // The sentinels write what they learn into their settings.
            var file = Files.write(Path.of("target", name + ".conf"), settings);
            var command = new ArrayList<>(List.of(program.getAbsolutePath(), file.toString()));
            command.addAll(List.of(options));
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(Path.of("target", name + ".log").toFile())
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String url(String password, int port) {
        return "redis://:" + password + "@127.0.0.1:" + port;
    }

    private static List<Integer> ports() {
        return IntStream.range(0, EACH).mapToObj(i -> Ports.free()).toList();
    }
}
