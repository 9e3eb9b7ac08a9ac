package dev.stoa.signaling.rig;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import redis.embedded.RedisServer;

/** What the service stands on in a test: a real Redis, and real keys at a URL. */
public final class Surroundings implements QuarkusTestResourceLifecycleManager {

    private RedisServer redis;
    private KeyServer keys;

    @Override
    public Map<String, String> start() {
        var port = Ports.free();
        redis = TestRedis.start(port);
        keys = new KeyServer();
        var printer = PassPrinter.fresh("key-1");
        keys.publish(printer.published());
        return Map.of(
                "stoa.socket.quiet",
                "4s",
                "stoa.socket.silence",
                "9s",
                "stoa.room.resume-within",
                "60s",
                "stoa.room.reload-within",
                "1s",
                "quarkus.websockets-next.server.auto-ping-interval",
                "1s",
                "stoa.redis.url",
                "redis://127.0.0.1:" + port,
                "stoa.pass.jwks-url",
                keys.url(),
                "stoa.socket.allowed-origins",
                TestPeer.ORIGIN,
                "stoa.instance.name",
                "signaling-test",
                "test.pass-key",
                printer.secret());
    }

    @Override
    public void stop() {
        if (keys != null) {
            keys.close();
        }
        if (redis != null) {
            redis.stop();
        }
    }
}
