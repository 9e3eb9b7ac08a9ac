package dev.stoa.identity.login;

import dev.stoa.identity.account.TokenClaims;
import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.quarkus.redis.datasource.sortedset.ReactiveSortedSetCommands;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which sessions belong to a session of the provider, and which to an account, by the hashes of their ids. It knows each as long as
 * that may live; those that have ended earlier are in it, too.
 */
@ApplicationScoped
class SessionIndex {

    private static final String BY_SESSION = "identity:sessions-of-session:";
    private static final String BY_ACCOUNT = "identity:sessions-of-account:";

    /** KEYS: the names. ARGV: now, when the session ends at the latest, the hash of its id, seconds that it lives at most. */
    private static final String ADD = """
            for _, name in ipairs(KEYS) do
              redis.call('ZREMRANGEBYSCORE', name, '-inf', ARGV[1])
              redis.call('ZADD', name, ARGV[2], ARGV[3])
              redis.call('EXPIRE', name, ARGV[4])
            end
            """;

    private final ReactiveRedisDataSource redis;
    private final ReactiveSortedSetCommands<String, String> sets;
    private final SessionConfig config;

    SessionIndex(ReactiveRedisDataSource redis, SessionConfig config) {
        this.redis = redis;
        this.sets = redis.sortedSet(String.class);
        this.config = config;
    }

    /** Adds a new session under what its ID token says. */
    Uni<Void> add(SessionId id, Session session) {
        var names = names(TokenClaims.of(session.idToken())).toList();
        var now = Instant.now();
        var arguments = new ArrayList<>(List.of(ADD, Integer.toString(names.size())));
        arguments.addAll(names);
        arguments.addAll(List.of(
                Long.toString(now.getEpochSecond()),
                Long.toString(now.plus(config.lifetime()).getEpochSecond()),
                id.hashed(),
                Long.toString(config.lifetime().toSeconds())));
        return InTime.of(redis.execute("EVAL", arguments.toArray(String[]::new)))
                .replaceWithVoid();
    }

    private static Stream<String> names(JsonObject claims) {
        return Stream.concat(
                TokenClaims.session(claims).map(BY_SESSION::concat).stream(),
                TokenClaims.id(claims, "sub").map(BY_ACCOUNT::concat).stream());
    }

    /** The hashes of the ids of the sessions that the token means. */
    Uni<List<String>> meant(LogoutToken token) {
        var name = token.session() == null ? BY_ACCOUNT + token.account() : BY_SESSION + token.session();
        return InTime.of(sets.zrange(name, 0, -1));
    }
}
