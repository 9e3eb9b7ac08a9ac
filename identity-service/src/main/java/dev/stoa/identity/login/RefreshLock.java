package dev.stoa.identity.login;

import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.quarkus.redis.datasource.keys.ReactiveKeyCommands;
import io.quarkus.redis.datasource.value.ReactiveValueCommands;
import io.quarkus.redis.datasource.value.SetArgs;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/**
 * Lets one request at a time refresh a session, across all instances: providers that rotate refresh tokens take a second
 * use for theft and end the session.
 */
@ApplicationScoped
class RefreshLock {

    /** Longer than the provider may take to answer. */
    static final Duration LONGEST = Duration.ofSeconds(10);

    private final ReactiveValueCommands<String, String> values;
    private final ReactiveKeyCommands<String> keys;

    RefreshLock(ReactiveRedisDataSource redis) {
        this.values = redis.value(String.class);
        this.keys = redis.key();
    }

    /** Takes the lock of this session; false if another request holds it. */
    Uni<Boolean> tryTake(SessionId id) {
        return InTime.of(
                values.setAndChanged(key(id), "held", new SetArgs().nx().px(LONGEST)));
    }

    Uni<Void> release(SessionId id) {
        return InTime.of(keys.del(key(id))).replaceWithVoid();
    }

    private static String key(SessionId id) {
        return "identity:refreshing:" + id.hashed();
    }
}
