package dev.stoa.matchmaking.support;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;

/** A real PostgreSQL server, as durable as in production, which a test may take away for a while. */
public final class TestPostgres implements AutoCloseable {

    /** Name, and password, of its user. */
    public static final String USER = "postgres";

    private final EmbeddedPostgres server;
    private final Tunnel tunnel;

    /** Starts it on a free port. */
    public TestPostgres() {
        try {
            server = EmbeddedPostgres.builder()
                    .setPGStartupWait(Duration.ofSeconds(60))
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .start();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        tunnel = new Tunnel(server.getPort());
    }

    /** Its URL, for reactive clients; with {@code jdbc:} in front for JDBC. */
    public String url() {
        return "postgresql://127.0.0.1:" + tunnel.port() + "/postgres";
    }

    /** Cuts all connections and lets nobody in. */
    public void takeAway() {
        tunnel.cut();
    }

    /** Lets everybody in again. */
    public void bringBack() {
        tunnel.mend();
    }

    @Override
    public void close() {
        tunnel.close();
        try {
            server.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
