package dev.stoa.matchmaking.support;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.lang.JoseException;

/**
 * What the service finds around it: a real Redis, a real PostgreSQL, a provider with real keys, and an identity-service that
 * obeys the token.
 */
public final class TestWorld implements QuarkusTestResourceLifecycleManager {

    private Vertx vertx;
    private TestRedis redis;
    private TestPostgres postgres;
    private boolean asleep;

    /** With {@code asleep}, the provider and identity-service can be reached only after {@code /wake} was asked for. */
    @Override
    public void init(Map<String, String> arguments) {
        asleep = arguments.containsKey("asleep");
    }

    @Override
    public Map<String, String> start() {
        vertx = Vertx.vertx();
        redis = new TestRedis();
        postgres = new TestPostgres();
        RsaJsonWebKey providerKey = providerKey();
        Neighbours neighbours = new Neighbours(vertx, providerKey);
        int port = await(
                vertx.createHttpServer().requestHandler(neighbours::answer).listen(0, "127.0.0.1"));
        String issuer = "http://127.0.0.1:" + port + "/realms/stoa";
        neighbours.issuer(issuer);
        if (asleep) {
            neighbours.sleep();
        }
        Path keys = keyFile();
        return Map.ofEntries(
                Map.entry("stoa.queue.redis-url", redis.url()),
                Map.entry("stoa.signaling.redis-url", redis.url()),
                Map.entry("quarkus.datasource.reactive.url", postgres.url()),
                Map.entry("quarkus.datasource.jdbc.url", "jdbc:" + postgres.url()),
                Map.entry("quarkus.datasource.username", TestPostgres.USER),
                Map.entry("quarkus.datasource.password", TestPostgres.USER),
                Map.entry("stoa.http.request-within", "2s"),
                // A machine that stands still for two seconds is not a Redis that does.
                Map.entry("stoa.queue.timeout", "4s"),
                Map.entry("stoa.idempotency.patience", "8s"),
                Map.entry("stoa.history.write-every", "50ms"),
                Map.entry("stoa.seal.key", "for the tests alone, and long enough"),
                Map.entry("stoa.webhook.allow-http", "true"),
                Map.entry("stoa.webhook.allowed-networks", "127.0.0.1/32"),
                Map.entry("stoa.webhook.write-every", "20ms"),
                Map.entry("stoa.webhook.deliver-every", "50ms"),
                Map.entry("stoa.webhook.retries", "100ms,100ms,100ms"),
                Map.entry("stoa.oidc.issuer", issuer),
                Map.entry("stoa.identity.url", "http://127.0.0.1:" + port),
                Map.entry("stoa.pass.keys-file", keys.toString()),
                Map.entry("stoa.pass.reload-every", "100ms"),
                Map.entry("stoa.match.offer-time", "50s"),
                Map.entry("stoa.match.no-show-time", "50s"),
                Map.entry("stoa.match.cool-downs", "50s"),
                Map.entry("stoa.sandbox.pace", "100ms"),
                Map.entry("stoa.sandbox.patience", "5s"),
                Map.entry("stoa.sandbox.most-tickets-each", "12"),
                Map.entry("stoa.match.sweep-every", "200ms"),
                Map.entry("stoa.statistics.kept-for", "200ms"),
                Map.entry("stoa.availability.lease", "60s"),
                Map.entry("stoa.signaling.empty-time", "40s"),
                Map.entry("stoa.events.ping-every", "1s"),
                Map.entry("stoa.events.patience", "3s"),
                Map.entry("test.provider-key", providerKey.toJson(OutputControlLevel.INCLUDE_PRIVATE)));
    }

    private static RsaJsonWebKey providerKey() {
        try {
            RsaJsonWebKey key = RsaJwkGenerator.generateJwk(2048);
            key.setKeyId("provider");
            key.setUse("sig");
            key.setAlgorithm("RS256");
            return key;
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path keyFile() {
        try {
            Path file = Files.createTempDirectory("stoa-keys-").resolve("pass-keys.json");
            TestKeys.write(file, TestKeys.generate("first"));
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int await(io.vertx.core.Future<HttpServer> listening) {
        try {
            return listening.toCompletionStage().toCompletableFuture().join().actualPort();
        } catch (CompletionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    /** Tests with a field of type {@link TestPostgres} can take it away. */
    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(postgres, field -> field.getType() == TestPostgres.class);
    }

    @Override
    public void stop() {
        redis.close();
        postgres.close();
        vertx.close();
    }
}
