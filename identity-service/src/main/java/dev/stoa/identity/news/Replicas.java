package dev.stoa.identity.news;

import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.core.VertxException;
import io.vertx.mutiny.redis.client.Response;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The replicas of the queue's Redis: there are none to wait for unless sentinels choose the master. What only a master has that dies
 * is lost.
 */
@ApplicationScoped
class Replicas {

    /** How long they may take, in ms. */
    private static final String WITHIN = "500";

    private final boolean expected;

    @Inject
    Replicas(@ConfigProperty(name = "quarkus.redis.client-type", defaultValue = "standalone") String clientType) {
        this("sentinel".equals(clientType));
    }

    Replicas(boolean expected) {
        this.expected = expected;
    }

    /**
     * Writes on a connection of its own; fails unless all that follow the master, and at least one, have what was written. Goes on
     * when it is cancelled: nobody would give back a connection that comes later.
     */
    Uni<Void> confirmed(ReactiveRedisDataSource redis, Function<ReactiveRedisDataSource, Uni<Response>> write) {
        return Uni.createFrom()
                .emitter(answer -> redis.withConnection(
                                connection -> write.apply(connection).chain(() -> confirm(connection)))
                        .subscribe()
                        .with(answer::complete, answer::fail));
    }

    private Uni<Void> confirm(ReactiveRedisDataSource connection) {
        if (!expected) {
            return Uni.createFrom().voidItem();
        }
        return connection
                .execute("ROLE")
                .map(Replicas::following)
                .flatMap(wanted -> connection
                        .execute("WAIT", Integer.toString(wanted), WITHIN)
                        .invoke(confirmed -> {
                            if (confirmed.toInteger() < wanted) {
                                throw new Unconfirmed(confirmed.toInteger() + " of " + wanted + " replicas have it");
                            }
                        }))
                .replaceWithVoid();
    }

    private static int following(Response role) {
        if (!"master".equals(role.get(0).toString())) {
            throw new Unconfirmed("the sentinels name a replica");
        }
        return Math.max(1, role.get(2).size());
    }

    /** What was written may be lost. */
    static final class Unconfirmed extends VertxException {

        private static final long serialVersionUID = 1L;

        Unconfirmed(String why) {
            super(why);
        }
    }
}
