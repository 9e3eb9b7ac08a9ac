package dev.stoa.signaling.rig;

import io.vertx.redis.client.Command;
import io.vertx.redis.client.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;

/** A Redis Cluster: three primaries and a replica of each, every one a process of its own. */
public final class RedisCluster implements AutoCloseable {

    private static final int PRIMARIES = 3;
    private static final int SLOTS = 16_384;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Map<Integer, RedisNode> nodes = new LinkedHashMap<>();
    private final List<Integer> primaries = new ArrayList<>();

    public RedisCluster() {
        for (var i = 0; i < 2 * PRIMARIES; i++) {
            var node = new RedisNode(Ports.free(), Ports.free());
            nodes.put(node.port(), node);
        }
        nodes.values().forEach(RedisNode::awaitUp);
        primaries.addAll(List.copyOf(nodes.keySet()).subList(0, PRIMARIES));
        join();
        var replicas = List.copyOf(nodes.keySet()).subList(PRIMARIES, 2 * PRIMARIES);
        for (var i = 0; i < PRIMARIES; i++) {
            node(replicas.get(i)).cluster("REPLICATE", node(primaries.get(i)).id());
        }
        awaitComplete();
    }

    /** Some nodes' addresses, as an operator writes them. */
    public String urls() {
        return primaries.stream().map(port -> "redis://127.0.0.1:" + port).collect(Collectors.joining(","));
    }

    /** The ports of those that have slots. */
    public List<Integer> owners() {
        return new ArrayList<>(anybody().cluster("SLOTS").stream()
                .map(range -> range.get(2).get(1).toInteger())
                .distinct()
                .toList());
    }

    /** The slot of a room's keys. */
    public int slotOf(String room) {
        return anybody().cluster("KEYSLOT", "{" + room + "}").toInteger();
    }

    /** The port of the primary that has a room's keys. */
    public int ownerOf(String room) {
        return ownerOf(slotOf(room));
    }

    /** The port of the primary that has the slot, as a node sees it that is alive. */
    public int ownerOf(int slot) {
        return ownerOf(slot, anybody());
    }

    private static int ownerOf(int slot, RedisNode asked) {
        return asked.cluster("SLOTS").stream()
                .filter(range ->
                        range.get(0).toInteger() <= slot && slot <= range.get(1).toInteger())
                .map(range -> range.get(2).get(1).toInteger())
                .findFirst()
                .orElseThrow();
    }

    /** What matchmaking-service is told of a room, as "event peer". */
    public List<String> events(String room) {
        return look(ownerOf(anybody().cluster("KEYSLOT", "sig:room-events").toInteger()))
                .events(room);
    }

    /** A look into one node, or a hand on it. */
    public TestRedis look(int port) {
        return node(port).look();
    }

    /** Kills a node. */
    public void kill(int port) {
        node(port).kill();
    }

    /** The port of a primary's replica. */
    public int replicaOf(int primary) {
        var replica = anybody().cluster("REPLICAS", node(primary).id()).get(0).toString();
        return Integer.parseInt(replica.split("[ :@]")[2]);
    }

    /** Sends a signal to a node. */
    public void signal(int port, String signal) {
        node(port).signal(signal);
    }

    /** Starts a node anew that was killed; it follows whoever has its slots now. */
    public void restart(int port) {
        node(port).start();
        node(port).awaitUp();
    }

    /** Moves a slot to another primary while it is used, as redis-cli does. */
    public void move(int slot, int to) {
        var from = ownerOf(slot);
        var source = node(from);
        var target = node(to);
        target.cluster("SETSLOT", slot, "IMPORTING", source.id());
        source.cluster("SETSLOT", slot, "MIGRATING", target.id());
        for (var keys = keys(source, slot); !keys.isEmpty(); keys = keys(source, slot)) {
            var arguments = new ArrayList<Object>(List.of("127.0.0.1", to, "", 0, 5000, "KEYS"));
            arguments.addAll(keys);
            source.look().run(Command.MIGRATE, arguments.toArray());
        }
        target.cluster("SETSLOT", slot, "NODE", target.id());
        source.cluster("SETSLOT", slot, "NODE", target.id());
        // The next one to move it must know of this change, or two nodes will each think that the other one has the
        // slot.
        Awaitility.await()
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(5))
                .until(() -> nodes.values().stream()
                        .filter(node -> !node.isGone())
                        .allMatch(node -> ownerOf(slot, node) == to));
    }

    /** Waits until all slots are served and every node that lives is well connected. */
    public void awaitComplete() {
        Awaitility.await()
                .atMost(PATIENCE)
                .ignoreExceptions()
                .until(() -> nodes.values().stream()
                        .filter(node -> !node.isGone())
                        .allMatch(node -> node.cluster("INFO").toString().contains("cluster_state:ok")
                                && node.cluster("NODES").toString().lines().count() == nodes.size()
                                && !node.look()
                                        .run(Command.INFO, "replication")
                                        .toString()
                                        .contains("master_link_status:down")));
    }

    @Override
    public void close() {
        nodes.values().forEach(RedisNode::close);
    }

    private static List<String> keys(RedisNode source, int slot) {
        return source.cluster("GETKEYSINSLOT", slot, 10).stream()
                .map(Response::toString)
                .toList();
    }

    private void join() {
        var first = node(primaries.getFirst());
        var epoch = 1;
        for (var node : nodes.values()) {
            node.cluster("SET-CONFIG-EPOCH", epoch++);
            if (node != first) {
                node.cluster("MEET", "127.0.0.1", first.port(), first.busPort());
            }
        }
        for (var i = 0; i < PRIMARIES; i++) {
            node(primaries.get(i)).cluster("ADDSLOTSRANGE", SLOTS * i / PRIMARIES, SLOTS * (i + 1) / PRIMARIES - 1);
        }
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> nodes.values().stream()
                        .allMatch(
                                node -> node.cluster("NODES").toString().lines().count() == nodes.size()
                                        && node.cluster("INFO")
                                                .toString()
                                                .contains("cluster_slots_assigned:" + SLOTS)));
    }

    private RedisNode node(int port) {
        return nodes.get(port);
    }

    private RedisNode anybody() {
        return nodes.values().stream()
                .filter(node -> !node.isGone())
                .findFirst()
                .orElseThrow();
    }
}
