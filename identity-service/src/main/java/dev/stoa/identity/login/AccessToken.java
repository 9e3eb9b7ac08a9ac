package dev.stoa.identity.login;

import dev.stoa.identity.account.Holder;
import dev.stoa.identity.account.TokenClaims;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the session's access token says.
 *
 * @param expiresAt the end of its life, in whole seconds
 * @param session the provider's session to which it belongs; null where the provider does not say
 */
record AccessToken(
        String value,
        Instant expiresAt,
        Holder holder,
        @Nullable String session) {

    /**
     * Reads the token without verifying it: it came straight from the provider.
     *
     * @throws IllegalArgumentException if it is no signed JWT with expiry and subject
     */
    static AccessToken parse(String value) {
        var claims = TokenClaims.of(value);
        if (claims.getValue("exp") instanceof Number expiry) {
            return new AccessToken(
                    value,
                    Instant.ofEpochSecond(expiry.longValue()),
                    Holder.of(claims),
                    TokenClaims.session(claims).orElse(null));
        }
        throw new IllegalArgumentException("An access token needs an expiry");
    }

    /** The same token, of a session that began then. */
    AccessToken ofSessionSince(@Nullable Instant start) {
        return new AccessToken(value, expiresAt, holder.signedInAt(start), session);
    }

    boolean livesLongerThan(Duration time) {
        return Instant.now().plus(time).isBefore(expiresAt);
    }
}
