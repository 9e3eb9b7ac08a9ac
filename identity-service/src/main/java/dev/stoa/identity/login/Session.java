package dev.stoa.identity.login;

import io.quarkus.oidc.AuthorizationCodeTokens;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The tokens of a signed-in browser. They never leave the server, except the access token.
 *
 * @param refreshToken none if the provider gives none: then the session ends with its access token
 * @param startedAt when the person signed in; unknown of sessions that the version before has begun or refreshed
 */
record Session(
        String idToken,
        String accessToken,
        @Nullable String refreshToken,
        @Nullable Instant startedAt) {

    static Session of(AuthorizationCodeTokens tokens) {
        return new Session(tokens.getIdToken(), tokens.getAccessToken(), tokens.getRefreshToken(), Instant.now());
    }

    AuthorizationCodeTokens asTokens() {
        return new AuthorizationCodeTokens(idToken, accessToken, refreshToken);
    }

    /** This session with the tokens of a refresh; what the provider did not renew stays. */
    Session renewedBy(AuthorizationCodeTokens tokens) {
        return new Session(
                Objects.requireNonNullElse(tokens.getIdToken(), idToken),
                tokens.getAccessToken(),
                tokens.getRefreshToken() == null ? refreshToken : tokens.getRefreshToken(),
                startedAt);
    }

    /** Tokens are secrets; logs get none of them. */
    @Override
    public String toString() {
        return "Session[…]";
    }
}
