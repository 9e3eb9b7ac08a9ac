package dev.stoa.identity.login;

import dev.stoa.identity.problem.Problem;
import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.quarkus.redis.datasource.keys.ReactiveKeyCommands;
import io.quarkus.redis.datasource.value.ReactiveValueCommands;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.jboss.logging.Logger;
import org.jose4j.jwt.consumer.ErrorCodeValidator.Error;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jspecify.annotations.Nullable;

/** Ends the sessions that have ended at the provider. */
@ApplicationScoped
class ProviderLogouts {

    private static final Logger LOG = Logger.getLogger(ProviderLogouts.class);

    /** Where it is remembered which tokens have come, until they are too old to come again. */
    private static final String SEEN = "identity:logout-token:";

    private final Provider provider;
    private final SessionIndex index;
    private final SessionStore sessions;
    private final ReactiveKeyCommands<String> keys;
    private final ReactiveValueCommands<String, String> values;

    ProviderLogouts(Provider provider, SessionIndex index, SessionStore sessions, ReactiveRedisDataSource redis) {
        this.provider = provider;
        this.index = index;
        this.sessions = sessions;
        this.keys = redis.key();
        this.values = redis.value(String.class);
    }

    /** Ends what a logout token means. Fails with {@link Problem#BAD_LOGOUT_TOKEN} if it is none, or has come before. */
    Uni<Void> take(@Nullable String encoded) {
        return verified(encoded)
                .map(claims -> LogoutToken.of(claims, Instant.now()))
                .call(token -> InTime.of(keys.exists(SEEN + token.id())).invoke(seen -> {
                    if (seen) {
                        throw new IllegalArgumentException("The token has come before");
                    }
                }))
                .flatMap(this::end)
                .onFailure(ProviderLogouts::isRefusal)
                .transform(ProviderLogouts::bad);
    }

    private Uni<JsonObject> verified(@Nullable String encoded) {
        return encoded == null
                ? Uni.createFrom().failure(new IllegalArgumentException("There is no token"))
                : provider.verifyLogout(encoded);
    }

    /** Only what was done counts as seen: a token that came during an outage may be sent again. */
    private Uni<Void> end(LogoutToken token) {
        return index.meant(token)
                .flatMap(hashes -> Multi.createFrom()
                        .iterable(hashes)
                        .onItem()
                        .transformToUniAndConcatenate(sessions::end)
                        .collect()
                        .asList())
                .chain(() -> InTime.of(values.psetex(
                        SEEN + token.id(), LogoutToken.FRESH.multipliedBy(2).toMillis(), "")));
    }

    private static boolean isRefusal(Throwable failure) {
        return failure instanceof InvalidJwtException || failure instanceof IllegalArgumentException;
    }

    private static Throwable bad(Throwable refusal) {
        LOG.infof("A logout token was refused: %s", reason(refusal));
        return Problem.BAD_LOGOUT_TOKEN
                .asBuilder()
                .withHeader("Cache-Control", "no-store")
                .build();
    }

    /** Why, without a word of the token, which anybody may have written. */
    private static String reason(Throwable refusal) {
        return refusal instanceof InvalidJwtException invalid
                ? "it is not valid, "
                        + invalid.getErrorDetails().stream()
                                .map(Error::getErrorCode)
                                .toList()
                : String.valueOf(refusal.getMessage());
    }
}
