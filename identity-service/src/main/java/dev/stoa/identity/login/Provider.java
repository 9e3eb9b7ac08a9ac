package dev.stoa.identity.login;

import dev.stoa.identity.account.TokenClaims;
import io.quarkus.oidc.AuthorizationCodeTokens;
import io.quarkus.oidc.OIDCException;
import io.quarkus.oidc.runtime.OidcProvider;
import io.quarkus.oidc.runtime.TenantConfigBean;
import io.quarkus.oidc.runtime.TenantConfigContext;
import io.quarkus.oidc.runtime.TokenVerificationResult;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.lang.UnresolvableKeyException;
import org.jspecify.annotations.Nullable;

/** The OpenID Connect provider, connected to at the first need. */
@ApplicationScoped
public class Provider {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int DEEPEST_CAUSE = 20;

    private final TenantConfigBean tenants;

    Provider(TenantConfigBean tenants) {
        this.tenants = tenants;
    }

    /** The tokens for a refresh token; none if the provider refuses it. Fails if the provider is away. */
    Uni<Optional<AuthorizationCodeTokens>> refresh(String refreshToken) {
        return connected(tenants.getStaticTenant(Tenants.WEB))
                .flatMap(tenant -> tenant.provider().refreshTokens(refreshToken))
                .map(Optional::of)
                .ifNoItem()
                .after(PATIENCE)
                .fail()
                .onFailure(Provider::isRefusal)
                .recoverWithItem(Optional::empty);
    }

    /** Where browsers end the provider's own session; none if it offers no such place. Fails if the provider is away. */
    Uni<Optional<String>> endSessionUri() {
        return connected(tenants.getStaticTenant(Tenants.WEB))
                .map(tenant -> Optional.ofNullable(tenant.getOidcMetadata().getEndSessionUri()))
                .ifNoItem()
                .after(PATIENCE)
                .fail();
    }

    /**
     * The claims of a logout token after its signature, issuer, audience and expiry were verified. Fails with
     * {@link InvalidJwtException} if one of them is wrong, and if the provider is needed for its keys and away.
     */
    Uni<JsonObject> verifyLogout(String token) {
        return connected(tenants.getStaticTenant(Tenants.WEB))
                .flatMap(tenant -> verifyLogout(token, tenant.provider()))
                .replaceWith(() -> TokenClaims.of(token))
                .ifNoItem()
                .after(PATIENCE)
                .fail();
    }

    private static Uni<TokenVerificationResult> verifyLogout(String token, OidcProvider provider) {
        try {
            return Uni.createFrom().item(provider.verifyLogoutJwtToken(token));
        } catch (InvalidJwtException invalid) {
            // The provider may sign with a new key by now.
            return invalid.getCause() instanceof UnresolvableKeyException
                    ? provider.refreshJwksAndVerifyJwtToken(token, true, false, null)
                    : Uni.createFrom().failure(invalid);
        }
    }

    /** Fails unless the provider answers now and both tenants know its keys. */
    public Uni<Void> answer() {
        return connected(tenants.getDefaultTenant())
                .chain(() -> connected(tenants.getStaticTenant(Tenants.WEB)))
                .flatMap(tenant -> tenant.getOidcProviderClient()
                        .getWebClient()
                        .getAbs(tenant.getOidcMetadata().getDiscoveryUri())
                        .send())
                .invoke(response -> {
                    if (response.statusCode() != 200) {
                        throw new OIDCException("The provider answers with status " + response.statusCode());
                    }
                })
                .ifNoItem()
                .after(PATIENCE)
                .fail()
                .replaceWithVoid();
    }

    private static Uni<TenantConfigContext> connected(TenantConfigContext tenant) {
        return tenant.initialize();
    }

    /** Whether the failure, or one of its causes, says that the provider refuses a code or a refresh token. */
    static boolean isRefusal(@Nullable Throwable failure) {
        return Stream.<Throwable>iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(DEEPEST_CAUSE)
                .anyMatch(Provider::isInvalidGrant);
    }

    /** quarkus-oidc hands on the body of the provider's error answer as the message. */
    private static boolean isInvalidGrant(Throwable failure) {
        if (!(failure instanceof OIDCException) || failure.getMessage() == null) {
            return false;
        }
        try {
            return "invalid_grant".equals(new JsonObject(failure.getMessage()).getValue("error"));
        } catch (DecodeException notJson) {
            return false;
        }
    }
}
