package dev.stoa.signaling.rig;

import dev.stoa.signaling.cluster.Secrets;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What a component test needs to stand before the service: passes, its port, its Redis. */
@Dependent
public class Door {

    @Inject
    @ConfigProperty(name = "test.pass-key")
    String key;

    @Inject
    @ConfigProperty(name = "stoa.redis.url")
    String redisUrl;

    /** The name of a room that no other test has. */
    public static String newRoom() {
        return Secrets.base62(22);
    }

    public int port() {
        return ConfigProvider.getConfig().getValue("quarkus.http.test-port", int.class);
    }

    public PassPrinter printer() {
        return PassPrinter.of(key);
    }

    public TestRedis redis() {
        return new TestRedis(redisUrl);
    }

    public TestPeer join(String room, String peer) {
        return TestPeer.join(port(), printer().pass(room, peer));
    }
}
