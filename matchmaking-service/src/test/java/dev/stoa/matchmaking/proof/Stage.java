package dev.stoa.matchmaking.proof;

import dev.stoa.matchmaking.rig.Instance;
import dev.stoa.matchmaking.rig.RedisProcess;
import dev.stoa.matchmaking.rig.SlowCable;
import dev.stoa.matchmaking.support.TestPostgres;
import dev.stoa.matchmaking.support.TestWorld;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** What a proof stands on: Redis, the other services, and instances of which the last one has a slow way to Redis. */
final class Stage implements AutoCloseable {

    static final long LEASE_MS = 3_000;
    static final long OFFER_MS = 2_000;

    private static final long DELAY_MS = 30;

    final Vertx vertx = Vertx.vertx();
    final RedisProcess redis = RedisProcess.durable();
    final List<Instance> instances = new CopyOnWriteArrayList<>();
    private final TestWorld world = new TestWorld();
    private final Map<String, String> settings = new HashMap<>(world.start());
    private final SlowCable cable = new SlowCable(vertx, redis.port(), DELAY_MS);
    private final List<Path> inFront;
    private final String name;
    private int started;

    /** @param inFront directories of scripts that take the place of the service's own */
    Stage(String name, int size, List<Path> inFront) {
        this(name, size, inFront, Instance.PRESENT);
    }

    /** With another version at first; whatever is started in the place of one is the present one. */
    static Stage beginningWith(Path jar, String name, int size) {
        return new Stage(name, size, List.of(), jar);
    }

    private Stage(String name, int size, List<Path> inFront, Path first) {
        this.name = name;
        this.inFront = inFront;
        settings.put("stoa.queue.redis-url", redis.url());
        settings.put("stoa.match.offer-time", OFFER_MS + "ms");
        settings.put("stoa.availability.lease", LEASE_MS + "ms");
        settings.put("stoa.match.no-show-time", "3s");
        settings.put("stoa.match.cool-downs", "100ms,200ms,500ms");
        settings.put("stoa.match.steps", "favourites:500ms,exact-field:500ms");
        // Slow enough to be killed in the middle of it.
        settings.put("stoa.sandbox.pace", "300ms");
        settings.put("stoa.sandbox.patience", "3s");
        settings.put("stoa.limit.account-requests", "0");
        settings.put("stoa.limit.integrator-requests", "0");
        for (int i = 0; i < size; i++) {
            instances.add(start(i == size - 1, first));
        }
        instances.forEach(Instance::awaitReady);
    }

    /** Puts a new instance into the place of one. */
    void replace(int place) {
        instances.get(place).close();
        instances.set(place, start(place == instances.size() - 1, Instance.PRESENT));
    }

    private Instance start(boolean slowly, Path jar) {
        Map<String, String> own = new HashMap<>(settings);
        own.keySet().removeIf(key -> key.startsWith("test."));
        if (slowly) {
            own.put("stoa.queue.redis-url", cable.url());
        }
        if (!jar.equals(Instance.PRESENT)) {
            // Not every setting of today was one then.
            own.put("smallrye.config.mapping.validate-unknown", "false");
        }
        return new Instance(name + "-" + started++, own, inFront, jar);
    }

    String issuer() {
        return settings.get("stoa.oidc.issuer");
    }

    String providerKey() {
        return settings.get("test.provider-key");
    }

    /** For JDBC, with name and password of its user. */
    String database() {
        return settings.get("quarkus.datasource.jdbc.url") + "?user=" + TestPostgres.USER + "&password="
                + TestPostgres.USER;
    }

    String signalingRedis() {
        return settings.get("stoa.signaling.redis-url");
    }

    @Override
    public void close() {
        instances.forEach(Instance::close);
        cable.close();
        redis.close();
        world.stop();
        vertx.close();
    }
}
