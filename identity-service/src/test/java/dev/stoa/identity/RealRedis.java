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
    private Tunnel tunnel;

    @Override
    public Map<String, String> start() {
        port = freePort();
        bringBack();
        tunnel = new Tunnel(port);
        return Map.of("stoa.queue.redis.url", "redis://127.0.0.1:" + tunnel.port());
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(this, field -> field.getType() == RealRedis.class);
    }

    /** Ends the server, and all it knows. */
    public void takeAway() {
        server.stop();
    }

    /** Leaves the server and what it knows where they are, and nobody can reach them. */
    public void cutOff() {
        tunnel.cut();
    }

    public void reconnect() {
        tunnel.mend();
    }

    /** The server takes connections and answers nothing, until the same thread lets it. */
    public void fallSilent() {
        tunnel.fallSilent();
    }

    public void speakAgain() {
        tunnel.speakAgain();
    }

    public void bringBack() {
        server = RedisServer.builder()
                .port(port)
                .bind("127.0.0.1")
                .setting("save \"\"")
                .build();
        server.start();
    }

    /** Another server that follows this one, until it is closed. */
    public Replica startReplica() {
        return new Replica(port, freePort());
    }

    /** A server that follows another one. */
    public static final class Replica implements AutoCloseable {

        private final RedisServer server;

        private Replica(int master, int port) {
            server = RedisServer.builder()
                    .port(port)
                    .bind("127.0.0.1")
                    .setting("save \"\"")
                    .setting("replicaof 127.0.0.1 " + master)
                    .build();
            server.start();
        }

        @Override
        public void close() {
            server.stop();
        }
    }

    @Override
    public void stop() {
        tunnel.close();
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
