package dev.stoa.identity.login;

import dev.stoa.identity.account.TokenClaims;
import dev.stoa.identity.news.SignOuts;
import io.quarkus.oidc.IdTokenCredential;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Refuses access tokens whose session has ended. */
@ApplicationScoped
class EndedTokens implements SecurityIdentityAugmentor {

    /** How long Redis may take; accounts are to be had without it, and then a token is believed until it expires. */
    private static final Duration PATIENCE = Duration.ofMillis(500);

    private final SignOuts signOuts;

    EndedTokens(SignOuts signOuts) {
        this.signOuts = signOuts;
    }

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        return identity.getPrincipal() instanceof JsonWebToken token && !isSigningIn(identity)
                ? isEnded(token).map(ended -> {
                    if (ended) {
                        throw new AuthenticationFailedException("The session has ended");
                    }
                    return identity;
                })
                : Uni.createFrom().item(identity);
    }

    private static boolean isSigningIn(SecurityIdentity identity) {
        return identity.getCredential(IdTokenCredential.class) != null;
    }

    private Uni<Boolean> isEnded(JsonWebToken token) {
        return TokenClaims.session(TokenClaims.of(token.getRawToken()))
                .map(session -> signOuts.cover(session, Instant.ofEpochSecond(token.getExpirationTime()))
                        .ifNoItem()
                        .after(PATIENCE)
                        .fail()
                        .onFailure()
                        .recoverWithItem(false))
                .orElseGet(() -> Uni.createFrom().item(false));
    }
}
