package dev.stoa.identity;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.Map;
import redis.embedded.RedisServer;

/** A Redis server of the tests' own, which a test may take away for a while. */
public class RealRedis implements QuarkusTestResourceLifecycleManager {

    private int port;
    private RedisServer server;

    @Override
    public Map<String, String> start() {
        port = freePort();
        bringBack();
        return Map.of("stoa.queue.redis.url", "redis://127.0.0.1:" + port);
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(this, field -> field.getType() == RealRedis.class);
    }

    public void takeAway() {
        server.stop();
    }

    public void bringBack() {
        server = RedisServer.builder()
                .port(port)
                .bind("127.0.0.1")
                .setting("save \"\"")
                .build();
        server.start();
    }

    @Override
    public void stop() {
        takeAway();
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
