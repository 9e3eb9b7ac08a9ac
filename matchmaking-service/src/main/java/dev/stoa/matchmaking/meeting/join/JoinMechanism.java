package dev.stoa.matchmaking.meeting.join;

import dev.stoa.matchmaking.api.account.GuestPrincipal;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Lets in whoever brings a join token as bearer token. All other tokens are left to the provider's own mechanism. */
@ApplicationScoped
class JoinMechanism implements HttpAuthenticationMechanism {

    private static final String BEARER = "Bearer ";
    private static final int LONGEST_HEADER = 256;

    private final JoinTokens tokens;

    JoinMechanism(JoinTokens tokens) {
        this.tokens = tokens;
    }

    @Override
    public int getPriority() {
        return DEFAULT_PRIORITY + 1_000;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager providers) {
        String token = token(context.request().getHeader(HttpHeaders.AUTHORIZATION));
        if (token == null) {
            return Uni.createFrom().nullItem();
        }
        try {
            return Uni.createFrom()
                    .item(QuarkusSecurityIdentity.builder()
                            .setPrincipal(new GuestPrincipal(tokens.verify(token)))
                            .build());
        } catch (AuthenticationFailedException e) {
            return Uni.createFrom().failure(e);
        }
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        return Uni.createFrom().nullItem();
    }

    private static @Nullable String token(@Nullable String authorization) {
        if (authorization == null || !authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return null;
        }
        String token = authorization.substring(BEARER.length()).strip();
        return isJoinToken(token) ? token : null;
    }

    /** Looks only at what the token says it is; what it says is verified afterwards. */
    private static boolean isJoinToken(String token) {
        int end = token.indexOf('.');
        if (end < 0 || end > LONGEST_HEADER) {
            return false;
        }
        try {
            byte[] header = Base64.getUrlDecoder().decode(token.substring(0, end));
            return new String(header, StandardCharsets.UTF_8).contains('"' + JoinTokens.TYPE + '"');
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
