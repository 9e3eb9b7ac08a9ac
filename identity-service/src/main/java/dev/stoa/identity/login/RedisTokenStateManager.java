package dev.stoa.identity.login;

import io.quarkus.oidc.AuthorizationCodeTokens;
import io.quarkus.oidc.OidcRequestContext;
import io.quarkus.oidc.OidcTenantConfig;
import io.quarkus.oidc.TokenStateManager;
import io.quarkus.security.AuthenticationFailedException;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.util.Optional;

/** Keeps the tokens of a sign-in in the {@link SessionStore}; the browser's cookie gets only the session's id. */
@Alternative
@Priority(1)
@ApplicationScoped
class RedisTokenStateManager implements TokenStateManager {

    private final SessionStore sessions;
    private final SessionIndex index;
    private final LoginMetrics metrics;

    RedisTokenStateManager(SessionStore sessions, SessionIndex index, LoginMetrics metrics) {
        this.sessions = sessions;
        this.index = index;
        this.metrics = metrics;
    }

    @Override
    public Uni<String> createTokenState(
            RoutingContext routingContext,
            OidcTenantConfig oidcConfig,
            AuthorizationCodeTokens tokens,
            OidcRequestContext<String> requestContext) {
        var session = Session.of(tokens);
        return sessions.create(session)
                .call(id -> index.add(id, session))
                .map(SessionId::value)
                .invoke(metrics::signedIn);
    }

    @Override
    public Uni<AuthorizationCodeTokens> getTokens(
            RoutingContext routingContext,
            OidcTenantConfig oidcConfig,
            String tokenState,
            OidcRequestContext<AuthorizationCodeTokens> requestContext) {
        return find(tokenState)
                .map(session -> session.map(Session::asTokens)
                        .orElseThrow(() -> new AuthenticationFailedException("The session has ended")));
    }

    /** Called when somebody signs in anew, who has not signed out. */
    @Override
    public Uni<Void> deleteTokens(
            RoutingContext routingContext,
            OidcTenantConfig oidcConfig,
            String tokenState,
            OidcRequestContext<Void> requestContext) {
        return SessionId.parse(tokenState)
                .map(sessions::delete)
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    private Uni<Optional<Session>> find(String tokenState) {
        return SessionId.parse(tokenState)
                .map(sessions::find)
                .orElseGet(() -> Uni.createFrom().item(Optional.empty()));
    }
}
