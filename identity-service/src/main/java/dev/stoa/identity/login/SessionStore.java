package dev.stoa.identity.login;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.stoa.identity.news.News;
import dev.stoa.identity.news.SignOuts;
import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.quarkus.redis.datasource.keys.ReactiveKeyCommands;
import io.quarkus.redis.datasource.value.ReactiveValueCommands;
import io.quarkus.redis.datasource.value.SetArgs;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Sessions in Redis, encrypted, each under {@code identity:session:<hash of its id>} for its whole lifetime, and for some minutes after
 * its end under {@code identity:ended:<hash of its id>}.
 */
@ApplicationScoped
class SessionStore {

    private static final String PREFIX = "identity:session:";
    private static final String ENDED = "identity:ended:";

    /** How long after its end a session can be signed out at the provider. */
    private static final Duration AFTERMATH = Duration.ofMinutes(10);

    private final ReactiveValueCommands<String, byte[]> values;
    private final ReactiveKeyCommands<String> keys;
    private final SignOuts signOuts;
    private final SessionCipher cipher;
    private final SessionConfig config;
    private final ObjectMapper json;

    SessionStore(
            ReactiveRedisDataSource redis,
            SignOuts signOuts,
            SessionCipher cipher,
            SessionConfig config,
            ObjectMapper json) {
        this.values = redis.value(byte[].class);
        this.keys = redis.key();
        this.signOuts = signOuts;
        this.cipher = cipher;
        this.config = config;
        this.json = json;
    }

    /** Keeps a new session and tells its id. */
    Uni<SessionId> create(Session session) {
        var id = SessionId.random();
        var lifetime = new SetArgs().nx().px(config.lifetime());
        return InTime.of(values.set(key(id), seal(id, session), lifetime)).replaceWith(id);
    }

    /** The session of this id; none if it ended, never was, or was sealed with another key. */
    Uni<Optional<Session>> find(SessionId id) {
        return InTime.of(values.get(key(id))).map(stored -> open(key(id), stored));
    }

    /** Puts renewed tokens into a session, which does not live longer for it; false if it has ended. */
    Uni<Boolean> renew(SessionId id, Session session) {
        return InTime.of(values.setAndChanged(
                key(id), seal(id, session), new SetArgs().xx().keepttl()));
    }

    /** Ends a session and answers it; none if there is none. In the same step others are told, and its access tokens refused. */
    Uni<Optional<Session>> end(SessionId id) {
        return end(id.hashed());
    }

    /** The same, of the session whose id has this hash. */
    Uni<Optional<Session>> end(String hashed) {
        return InTime.of(values.get(PREFIX + hashed))
                .flatMap(stored -> stored == null ? Uni.createFrom().item(Optional.empty()) : end(hashed, stored));
    }

    private Uni<Optional<Session>> end(String hashed, byte[] stored) {
        var key = PREFIX + hashed;
        var session = open(key, stored);
        return InTime.of(values.set(ENDED + hashed, stored, new SetArgs().px(AFTERMATH)))
                .chain(() -> session.flatMap(SessionStore::signOut)
                        .map(news -> InTime.of(signOuts.end(key, stored, news)))
                        .orElseGet(() -> InTime.of(keys.del(key)).replaceWith(true)))
                // The tokens of a refresh that came in between live longer than what would have been told.
                .flatMap(ended -> ended ? Uni.createFrom().item(session) : end(hashed));
    }

    /** A session that has ended not long ago: good for nothing but to be signed out at the provider. */
    Uni<Optional<Session>> findEnded(SessionId id) {
        return InTime.of(values.get(ENDED + id.hashed())).map(stored -> open(key(id), stored));
    }

    /** What others are told of its end; nothing where tokens don't say to which session they belong. */
    private static Optional<News.SignedOut> signOut(Session session) {
        try {
            var token = AccessToken.parse(session.accessToken());
            return Optional.ofNullable(token.session())
                    .map(sid -> new News.SignedOut(token.holder().id(), sid, token.expiresAt()));
        } catch (IllegalArgumentException unusable) {
            return Optional.empty();
        }
    }

    /** Takes a session away. Nobody is told, so what was begun by it goes on. */
    Uni<Void> delete(SessionId id) {
        return InTime.of(keys.del(key(id))).replaceWithVoid();
    }

    private static String key(SessionId id) {
        return PREFIX + id.hashed();
    }

    private byte[] seal(SessionId id, Session session) {
        try {
            return cipher.seal(key(id), json.writeValueAsBytes(session));
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private Optional<Session> open(String key, byte @Nullable [] stored) {
        return Optional.ofNullable(stored)
                .flatMap(bytes -> cipher.open(key, bytes))
                .map(this::read);
    }

    private Session read(byte[] plain) {
        try {
            return json.readValue(plain, Session.class);
        } catch (IOException ofAnotherVersion) {
            throw new UncheckedIOException(ofAnotherVersion);
        }
    }
}
