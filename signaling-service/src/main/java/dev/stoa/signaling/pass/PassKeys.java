package dev.stoa.signaling.pass;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.RequestOptions;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.security.Key;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;

/** matchmaking-service's public keys, kept as long as it cannot be asked for newer ones. May be asked from any thread. */
@Singleton
public class PassKeys {

    private static final Logger LOG = Logger.getLogger(PassKeys.class);
    private static final Duration TIMEOUT = Duration.ofSeconds(3);
    private static final int MAX_BODY = 65_536;

    private final PassConfig config;
    private final HttpClient client;
    private final Context context;
    private volatile Map<String, Key> keys = Map.of();
    private volatile boolean known;
    private volatile boolean closed;
    private volatile boolean failing;
    private @Nullable Future<Void> fetch;
    private long fetchedAt;

    PassKeys(Vertx vertx, PassConfig config) {
        this.config = config;
        context = vertx.getOrCreateContext();
        client = vertx.createHttpClient(new HttpClientOptions().setConnectTimeout((int) TIMEOUT.toMillis()));
        vertx.setPeriodic(config.refreshEvery().toMillis(), id -> refresh());
        vertx.setPeriodic(config.refreshAtMost().toMillis(), id -> {
            if (!known) {
                refresh();
            }
        });
        refresh();
    }

    /** Whether the keys were fetched at least once. */
    public boolean known() {
        return known;
    }

    /** The key of that id, fetched again if it is unknown; fails if no key at all could be fetched yet. */
    Future<Optional<Key>> find(String id) {
        var key = keys.get(id);
        if (key != null) {
            return Future.succeededFuture(Optional.of(key));
        }
        return refresh()
                .transform(done -> known
                        ? Future.succeededFuture(Optional.ofNullable(keys.get(id)))
                        : Future.failedFuture(new IllegalStateException("no pass keys are known yet")));
    }

    @PreDestroy
    void close() {
        closed = true;
        client.close();
    }

    private synchronized Future<Void> refresh() {
        if (fetch != null && (closed || !fetch.isComplete())) {
            return fetch;
        }
        if (fetch != null
                && System.nanoTime() - fetchedAt < config.refreshAtMost().toNanos()) {
            return Future.succeededFuture();
        }
        fetchedAt = System.nanoTime();
        Promise<Void> started = Promise.promise();
        // On a loop of its own: a caller on another thread would be too slow to ask for the body of a quick answer.
        context.runOnContext(go -> fetch().onComplete(started));
        fetch = started.future().onSuccess(done -> failing = false).onFailure(this::complain);
        return fetch;
    }

    private void complain(Throwable failure) {
        // One line for each outage: the attempts between say nothing new.
        LOG.logf(
                failing ? Logger.Level.DEBUG : Logger.Level.WARN,
                "The pass keys cannot be fetched: %s",
                failure.getMessage());
        failing = true;
    }

    private Future<Void> fetch() {
        var request = new RequestOptions()
                .setAbsoluteURI(config.jwksUrl())
                .setTimeout(TIMEOUT.toMillis())
                .putHeader("Accept", "application/json");
        return client.request(request)
                .compose(sent -> sent.send())
                .compose(PassKeys::body)
                .map(body -> {
                    keys = parse(body);
                    known = true;
                    return null;
                });
    }

    private static Future<String> body(HttpClientResponse response) {
        if (response.statusCode() != 200) {
            return Future.failedFuture("the answer was " + response.statusCode());
        }
        return response.body().map(body -> {
            if (body.length() > MAX_BODY) {
                throw new IllegalStateException("the answer is too long");
            }
            return body.toString();
        });
    }

    private static Map<String, Key> parse(String body) {
        try {
            var found = new HashMap<String, Key>();
            for (var key : new JsonWebKeySet(body).getJsonWebKeys()) {
                if (key instanceof EllipticCurveJsonWebKey curve && key.getKeyId() != null) {
                    found.put(key.getKeyId(), SignatureCheck.prepared(curve.getECPublicKey()));
                }
            }
            if (found.isEmpty()) {
                throw new IllegalStateException("there is no EC key with a kid in it");
            }
            return Map.copyOf(found);
        } catch (JoseException e) {
            throw new IllegalStateException("it is not a JWK Set", e);
        }
    }
}
