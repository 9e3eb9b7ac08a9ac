package dev.stoa.identity.login;

import io.quarkus.oidc.TenantResolver;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Chooses the OpenID Connect tenant by the path alone: browsers send their cookie everywhere, and a cookie must never turn
 * a bearer-token operation into a sign-in.
 */
@ApplicationScoped
class Tenants implements TenantResolver {

    /** The tenant that signs people in. */
    static final String WEB = "web";

    private static final String BEARER = "Default";

    @Override
    public String resolve(RoutingContext context) {
        return LoginPaths.isSignIn(context.normalizedPath()) ? WEB : BEARER;
    }
}
