package dev.stoa.matchmaking.rig;

import dev.stoa.matchmaking.support.TestRedis;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.ProtocolVersion;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisOptions;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;

/** A master, two replicas, and the three sentinels that watch them, each a process of its own, as an operator sets them up. */
public final class SentinelSet implements AutoCloseable {

    public static final String NAME = "stoa";

    private static final int REPLICAS = 2;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** What Redis has by itself: a server that comes back is made a replica only after some ten seconds. */
    private static final int INFO_MS = 10_000;

    private static final int PUBLISH_MS = 2_000;

    /** More than the 1.1 s that a sentinel may take to speak to a new master: it connects to nobody twice within a second, the last one included. */
    private static final int DOWN_AFTER_MS = 1_500;

    /** While nothing is tested, and all that is awaited is that they see what is. */
    private static final int HURRIED_MS = 200;

    private final Vertx vertx = Vertx.vertx();
    private final Map<Integer, RedisProcess> servers = new HashMap<>();
    private final List<RedisProcess> sentinels = new ArrayList<>();
    private final Map<Integer, Redis> clients = new HashMap<>();

    public SentinelSet() {
        RedisProcess master = server();
        for (int i = 0; i < REPLICAS; i++) {
            server("replicaof 127.0.0.1 " + master.port());
        }
        for (int i = 0; i < 3; i++) {
            sentinels.add(RedisProcess.sentinel(
                    "sentinel monitor " + NAME + " 127.0.0.1 " + master.port() + " 2",
                    "sentinel down-after-milliseconds " + NAME + " " + DOWN_AFTER_MS,
                    "sentinel failover-timeout " + NAME + " 3000"));
        }
        awaitComplete();
    }

    private RedisProcess server(String... more) {
        List<String> settings = new ArrayList<>(List.of(
                "min-replicas-to-write 1", "min-replicas-max-lag 2", "repl-diskless-sync-delay 0", "repl-timeout 5"));
        settings.addAll(List.of(more));
        RedisProcess server = RedisProcess.durable(settings.toArray(String[]::new));
        servers.put(server.port(), server);
        return server;
    }

    /** The sentinels' URLs, as an operator writes them. */
    public String urls() {
        return sentinels.stream().map(RedisProcess::url).collect(Collectors.joining(","));
    }

    /** The server that the first sentinel names. */
    public RedisProcess master() {
        return servers.get(masterPort());
    }

    /** The servers that are not the master and are up. */
    public List<RedisProcess> replicas() {
        RedisProcess master = master();
        return alive().stream().filter(server -> server != master).toList();
    }

    /** The servers that are up. */
    public List<RedisProcess> alive() {
        return servers.values().stream().filter(RedisProcess::isAlive).toList();
    }

    /** The one that is never asked here. */
    public RedisProcess lastSentinel() {
        return sentinels.getLast();
    }

    private int masterPort() {
        return Integer.parseInt(sentinel("GET-MASTER-ADDR-BY-NAME", NAME).get(1).toString());
    }

    /** Waits until all replicas follow the master and all sentinels know of each other and of the replicas. */
    public void awaitComplete() {
        Awaitility.await().atMost(PATIENCE).ignoreExceptions().until(() -> {
            pace(HURRIED_MS, HURRIED_MS);
            return sentinels.stream().allMatch(this::seesAll)
                    && run(Command.INFO, "replication").toString().contains("connected_slaves:" + REPLICAS);
        });
        pace(INFO_MS, PUBLISH_MS);
    }

    /** How often sentinels ask servers for their role, and publish what they know of each other. */
    private void pace(int infoMs, int publishMs) {
        for (RedisProcess sentinel : sentinels) {
            ask(sentinel.port(), Command.SENTINEL, "DEBUG", "info-period", infoMs, "publish-period", publishMs);
        }
    }

    private boolean seesAll(RedisProcess sentinel) {
        String master = Integer.toString(masterPort());
        long followers = ask(sentinel.port(), Command.SENTINEL, "REPLICAS", NAME).stream()
                .map(SentinelSet::fields)
                .filter(replica -> replica.get("flags").equals("slave")
                        && replica.get("master-link-status").equals("ok")
                        && replica.get("master-port").equals(master))
                .count();
        return followers == REPLICAS
                && ask(sentinel.port(), Command.SENTINEL, "SENTINELS", NAME).size() == 2;
    }

    private static Map<String, String> fields(Response flat) {
        Map<String, String> fields = new HashMap<>();
        for (int i = 0; i < flat.size(); i += 2) {
            fields.put(flat.get(i).toString(), flat.get(i + 1).toString());
        }
        return fields;
    }

    /** Waits until another server than that is the master. */
    public void awaitOtherThan(RedisProcess server) {
        Awaitility.await()
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .ignoreExceptions()
                .until(() -> masterPort() != server.port());
    }

    /** Sends a command to the master. */
    public Response run(Command command, Object... arguments) {
        return ask(masterPort(), command, arguments);
    }

    /** Sends a command to one server. */
    public Response ask(int port, Command command, Object... arguments) {
        Redis client = clients.computeIfAbsent(
                port,
                key -> Redis.createClient(
                        vertx,
                        new RedisOptions()
                                .setConnectionString("redis://127.0.0.1:" + key)
                                .setPreferredProtocolVersion(ProtocolVersion.RESP2)));
        Request request = Request.cmd(command);
        for (Object argument : arguments) {
            request.arg(argument.toString());
        }
        try {
            return client.send(request)
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(5, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private Response sentinel(Object... words) {
        return ask(sentinels.getFirst().port(), Command.SENTINEL, words);
    }

    /** A port where nobody listens: for settings that must not be used. */
    public static String nowhere() {
        return "redis://127.0.0.1:" + TestRedis.freePort();
    }

    @Override
    public void close() {
        clients.values().forEach(Redis::close);
        servers.values().forEach(RedisProcess::close);
        sentinels.forEach(RedisProcess::close);
        vertx.close();
    }
}
