package dev.stoa.identity;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;

/** A PostgreSQL server of the tests' own, as durable as in production, which a test may take away for a while. */
public class RealPostgres implements QuarkusTestResourceLifecycleManager {

    private EmbeddedPostgres server;
    private Tunnel tunnel;

    @Override
    public Map<String, String> start() {
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
        var address = "postgresql://127.0.0.1:" + tunnel.port() + "/postgres";
        return Map.of(
                "quarkus.datasource.reactive.url",
                address,
                "quarkus.datasource.jdbc.url",
                "jdbc:" + address,
                "quarkus.datasource.username",
                "postgres",
                "quarkus.datasource.password",
                "postgres");
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(this, field -> field.getType() == RealPostgres.class);
    }

    public void takeAway() {
        tunnel.cut();
    }

    public void bringBack() {
        tunnel.mend();
    }

    @Override
    public void stop() {
        tunnel.close();
        try {
            server.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
