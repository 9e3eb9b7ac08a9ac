package dev.stoa.signaling.proof;

import dev.stoa.signaling.proof.stranger.Pace;
import dev.stoa.signaling.proof.stranger.StrangerClient;
import dev.stoa.signaling.rig.DurableRedis;
import dev.stoa.signaling.rig.InstanceProcess;
import dev.stoa.signaling.rig.KeyServer;
import dev.stoa.signaling.rig.PassPrinter;
import dev.stoa.signaling.rig.RedisCluster;
import dev.stoa.signaling.rig.TestPeer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.IntSupplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Instances of the packaged service on one Redis that keeps its data as a deployment's does. */
final class Stage implements AutoCloseable {

    private final KeyServer keys = new KeyServer();
    private final PassPrinter printer = PassPrinter.fresh("key-1");
    private final @Nullable DurableRedis redis;
    private final @Nullable Cable cable;
    private final Map<String, String> environment;
    private final List<InstanceProcess> instances = new CopyOnWriteArrayList<>();
    private final String name;
    private int started;

    private Stage(String name, int size, Map<String, String> changes, Ground ground) {
        this.name = name;
        redis = ground == Ground.CLUSTER ? null : new DurableRedis();
        cable = redis == null ? null : new Cable(redis.port());
        keys.publish(printer.published());
        environment = new HashMap<>(Map.of(
                "STOA_PASS_JWKS_URL",
                keys.url(),
                "STOA_ALLOWED_ORIGINS",
                TestPeer.ORIGIN,
                "STOA_ICE_STUN_URLS",
                "stun:stun.test:3478"));
        // All clients of a proof come from one address, which a deployment's never do.
        for (var bound : List.of("MAX_PER_ADDRESS", "KNOCKS_PER_ADDRESS", "KNOCKS_PER_ADDRESS_PER_SECOND")) {
            environment.put("STOA_SOCKET_" + bound, "50000");
        }
        if (redis != null && cable != null) {
            var port = ground == Ground.REDIS_BY_CABLE ? cable.port() : redis.port();
            environment.put("STOA_SIGNALING_REDIS_URL", "redis://127.0.0.1:" + port);
        }
        environment.putAll(changes);
        for (var i = 0; i < size; i++) {
            instances.add(start());
        }
        instances.forEach(InstanceProcess::awaitReady);
    }

    /** Three instances for all small proofs that kill and restart them; whole again. */
    static Stage trio() {
        return Trio.STAGE.mended();
    }

    /** Two instances for all small proofs that misbehave towards them. */
    static Stage pair() {
        return Two.STAGE.mended();
    }

    /** Starts that many instances at once, with the settings of a deployment and those changes, and waits for them. */
    static Stage of(String name, int size, Map<String, String> changes) {
        return new Stage(name, size, changes, Ground.REDIS);
    }

    /** The same, but the instances reach Redis by a cable that can be cut. */
    static Stage byCable(String name, int size, Map<String, String> changes) {
        return new Stage(name, size, changes, Ground.REDIS_BY_CABLE);
    }

    /** The same, but the instances stand on a cluster that somebody else looks after. */
    static Stage on(RedisCluster cluster, String name, int size, Map<String, String> changes) {
        var all = new HashMap<>(
                Map.of("STOA_SIGNALING_REDIS_URL", cluster.urls(), "STOA_SIGNALING_REDIS_CLUSTER", "true"));
        all.putAll(changes);
        return new Stage(name, size, all, Ground.CLUSTER);
    }

    private static Stage shared(String name, int size, Map<String, String> changes) {
        var stage = of(name, size, changes);
        Runtime.getRuntime().addShutdownHook(new Thread(stage::close));
        return stage;
    }

    private Stage mended() {
        for (var place = 0; place < instances.size(); place++) {
            if (!instances.get(place).isAlive()) {
                replace(place);
            }
        }
        instances.forEach(InstanceProcess::awaitReady);
        return this;
    }

    private InstanceProcess start() {
        return new InstanceProcess(name + "-" + started++, environment);
    }

    /** Puts a fresh instance into the place of one that is gone; ready or not. */
    InstanceProcess replace(int place) {
        instances.set(place, start());
        return instances.get(place);
    }

    InstanceProcess instance(int place) {
        return instances.get(place);
    }

    int size() {
        return instances.size();
    }

    DurableRedis redis() {
        return Objects.requireNonNull(redis);
    }

    Cable cable() {
        return Objects.requireNonNull(cable);
    }

    KeyServer keys() {
        return keys;
    }

    String pass(String room, String peer) {
        return printer.pass(room, peer);
    }

    /** A client that comes in through any instance, and comes back through any. */
    StrangerClient client(String room, String peer, RandomGenerator random) {
        return client(
                room,
                peer,
                random,
                () -> instances.get(random.nextInt(instances.size())).port());
    }

    StrangerClient client(String room, String peer, RandomGenerator random, IntSupplier port) {
        return new StrangerClient(TestPeer.ORIGIN, port, () -> pass(room, peer), Pace.documented(), random);
    }

    /** What the instances that were started up to now have written to their logs. */
    List<String> logs() {
        var logs = new ArrayList<String>();
        for (var instance : instances) {
            logs.add(instance.log());
        }
        return logs;
    }

    @Override
    public void close() {
        instances.forEach(InstanceProcess::close);
        if (cable != null && redis != null) {
            cable.close();
            redis.close();
        }
        keys.close();
    }

    private static final class Trio {
        static final Stage STAGE =
                shared("trio", 3, Map.of("STOA_SOCKET_DRAIN_NOTICE", "200ms", "STOA_SOCKET_DRAIN_SPREAD", "1s"));
    }

    private static final class Two {
        static final Stage STAGE =
                shared("pair", 2, Map.of("STOA_ROOM_RESUME_WITHIN", "3s", "STOA_SOCKET_SILENCE", "6s"));
    }

    /** What the instances stand on. */
    private enum Ground {
        REDIS,
        REDIS_BY_CABLE,
        CLUSTER
    }
}
