package dev.stoa.identity.login;

import dev.stoa.identity.account.TokenClaims;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * By what the provider tells that a session of its own has ended, or all those of an account (OpenID Connect Back-Channel Logout 1.0,
 * section 2.4).
 *
 * @param id that no other one has
 * @param session the session at the provider; null if it is all those of the account
 * @param account whose they are; null if only the session is named
 */
record LogoutToken(
        String id, @Nullable String session, @Nullable String account) {

    /** How old one may be, or how far the provider's clock ahead of ours. */
    static final Duration FRESH = Duration.ofMinutes(5);

    private static final String EVENT = "http://schemas.openid.net/event/backchannel-logout";

    /**
     * Reads one whose signature, issuer, audience and expiry have been verified.
     *
     * @throws IllegalArgumentException if it is none, or was issued too long ago
     */
    static LogoutToken of(JsonObject claims, Instant now) {
        require(isLogout(claims), "The token is of another kind");
        require(isFresh(claims, now), "The token was not issued just now");
        var session = TokenClaims.session(claims);
        var account = TokenClaims.id(claims, "sub");
        require(session.isPresent() || account.isPresent() && !claims.containsKey("sid"), "The token names nobody");
        return new LogoutToken(
                TokenClaims.id(claims, "jti").orElseThrow(() -> new IllegalArgumentException("The token has no id")),
                session.orElse(null),
                account.orElse(null));
    }

    /** An ID token has a nonce and names no such event. */
    private static boolean isLogout(JsonObject claims) {
        return claims.getValue("events") instanceof JsonObject events
                && events.getValue(EVENT) instanceof JsonObject
                && !claims.containsKey("nonce");
    }

    private static boolean isFresh(JsonObject claims, Instant now) {
        return claims.getValue("iat") instanceof Number seconds
                && Math.abs(now.getEpochSecond() - seconds.longValue()) <= FRESH.toSeconds();
    }

    private static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
