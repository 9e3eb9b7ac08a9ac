package dev.stoa.identity.login;

import io.smallrye.mutiny.Uni;
import io.vertx.core.VertxException;
import io.vertx.redis.client.impl.types.ErrorType;
import java.time.Duration;

/** What sessions ask of Redis. */
final class InTime {

    /** How long a command may take; Quarkus' own setting holds for its blocking clients only. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private InTime() {}

    /**
     * The command's answer; fails with an outage if there is none in time, or none at all. That Redis hangs up, or cannot serve for
     * the moment, its client tells by something that is no exception, for which nobody has an answer.
     */
    static <T> Uni<T> of(Uni<T> command) {
        return command.ifNoItem()
                .after(PATIENCE)
                .fail()
                .onFailure(ErrorType.class)
                .transform(error -> new VertxException(error.toString(), error));
    }
}
