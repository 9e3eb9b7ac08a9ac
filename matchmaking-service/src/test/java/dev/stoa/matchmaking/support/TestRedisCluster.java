package dev.stoa.matchmaking.support;

import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import redis.embedded.RedisExecProvider;

/** A Redis Cluster of three primaries, each a process of its own that keeps its data. */
public final class TestRedisCluster implements AutoCloseable {

    private static final int SIZE = 3;
    private static final int SLOTS = 16_384;

    private final Vertx vertx = Vertx.vertx();
    private final List<Node> nodes =
            IntStream.range(0, SIZE).mapToObj(place -> new Node(vertx)).toList();

    public TestRedisCluster() {
        for (int i = 0; i < SIZE; i++) {
            Node node = nodes.get(i);
            node.awaitUp();
            node.run(Command.CLUSTER, "SET-CONFIG-EPOCH", i + 1);
            node.run(Command.CLUSTER, "ADDSLOTSRANGE", SLOTS * i / SIZE, SLOTS * (i + 1) / SIZE - 1);
            node.run(Command.CLUSTER, "MEET", "127.0.0.1", nodes.getFirst().port, nodes.getFirst().busPort);
        }
        awaitComplete();
    }

    /** Some nodes' URLs. */
    public List<String> urls() {
        return nodes.stream().map(Node::url).toList();
    }

    /** Sends a command to the node that has the key. */
    public Response run(String key, Command command, Object... arguments) {
        return ownerOf(key).run(command, arguments);
    }

    /** Kills the node that has the key, and starts it again on its data. */
    public void restartOwnerOf(String key) {
        Node node = ownerOf(key);
        node.process.destroyForcibly().onExit().join();
        node.start();
        node.awaitUp();
        awaitComplete();
    }

    @Override
    public void close() {
        nodes.forEach(node -> node.process.destroyForcibly());
        vertx.close();
    }

    private Node ownerOf(String key) {
        int slot = nodes.getFirst().run(Command.CLUSTER, "KEYSLOT", key).toInteger();
        return nodes.get(IntStream.range(0, SIZE)
                .filter(place -> slot < SLOTS * (place + 1) / SIZE)
                .findFirst()
                .orElseThrow());
    }

    private void awaitComplete() {
        // Who was believed dead is believed again only after twice the time after which a node counts as dead.
        Awaitility.await("the cluster is complete")
                .atMost(Duration.ofSeconds(60))
                .ignoreExceptions()
                .until(() -> nodes.stream()
                        .map(node -> node.run(Command.CLUSTER, "INFO").toString())
                        .allMatch(info ->
                                info.contains("cluster_state:ok") && info.contains("cluster_known_nodes:" + SIZE)));
    }

    /** One process. */
    private static final class Node {

        private final int port = TestRedis.freePort();
        private final int busPort = TestRedis.freePort();
        private final Redis client;
        private final String directory;
        private Process process;

        Node(Vertx vertx) {
            try {
                directory = Files.createTempDirectory("stoa-redis-").toString();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            start();
            client = Redis.createClient(vertx, url());
        }

        void start() {
            Map<String, String> settings = Map.of(
                    "port", Integer.toString(port),
                    "cluster-port", Integer.toString(busPort),
                    "bind", "127.0.0.1",
                    "dir", directory,
                    "save", "",
                    "appendonly", "yes",
                    "cluster-enabled", "yes",
                    "cluster-node-timeout", "2000");
            try {
                List<String> command = new ArrayList<>();
                command.add(RedisExecProvider.defaultProvider().get().getAbsolutePath());
                settings.forEach((name, value) -> command.addAll(List.of("--" + name, value)));
                process = new ProcessBuilder(command)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectErrorStream(true)
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        String url() {
            return "redis://127.0.0.1:" + port;
        }

        void awaitUp() {
            Awaitility.await("the node answers").ignoreExceptions().until(() -> run(Command.PING) != null);
        }

        Response run(Command command, Object... arguments) {
            Request request = Request.cmd(command);
            for (Object argument : arguments) {
                request.arg(argument.toString());
            }
            return client.send(request)
                    .toCompletionStage()
                    .toCompletableFuture()
                    .join();
        }
    }
}
