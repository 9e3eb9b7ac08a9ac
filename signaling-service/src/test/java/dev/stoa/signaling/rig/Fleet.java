package dev.stoa.signaling.rig;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import redis.embedded.RedisServer;

/** Instances of the packaged service and what they stand on, as an operator runs them. */
public final class Fleet implements AutoCloseable {

    private final KeyServer keys = new KeyServer();
    private final PassPrinter printer = PassPrinter.fresh("key-1");
    private final RedisServer server;
    private final TestRedis redis;
    private final Map<String, String> environment;

    public Fleet() {
        this(Duration.ofSeconds(12));
    }

    /** @param window how long a page may be away */
    public Fleet(Duration window) {
        var url = "redis://127.0.0.1:";
        var port = Ports.free();
        server = TestRedis.start(port);
        redis = new TestRedis(url + port);
        keys.publish(printer.published());
        environment = Map.of(
                "STOA_SIGNALING_REDIS_URL",
                url + port,
                "STOA_PASS_JWKS_URL",
                keys.url(),
                "STOA_ALLOWED_ORIGINS",
                "https://other.test," + TestPeer.ORIGIN,
                "STOA_ROOM_RESUME_WITHIN",
                window.toString(),
                "STOA_SOCKET_DRAIN_NOTICE",
                "200ms",
                "STOA_ICE_STUN_URLS",
                "stun:stun.test:3478");
    }

    /** One more instance, ready or not. */
    public InstanceProcess start(String name) {
        return new InstanceProcess(name, environment);
    }

    /** One more instance, with one setting changed. */
    public InstanceProcess start(String name, String variable, String value) {
        var changed = new HashMap<>(environment);
        changed.put(variable, value);
        return new InstanceProcess(name, changed);
    }

    public TestRedis redis() {
        return redis;
    }

    public String pass(String room, String peer) {
        return printer.pass(room, peer);
    }

    public TestPeer join(InstanceProcess instance, String room, String peer) {
        return TestPeer.join(instance.port(), pass(room, peer));
    }

    @Override
    public void close() {
        redis.close();
        keys.close();
        server.stop();
    }
}
