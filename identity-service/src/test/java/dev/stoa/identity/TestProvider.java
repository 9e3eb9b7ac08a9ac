package dev.stoa.identity;

import io.quarkus.test.oidc.server.OidcWiremockTestResource;
import java.util.HashMap;
import java.util.Map;

/** Quarkus' stand-in for an OpenID Connect provider, as the service is configured for one. */
public class TestProvider extends OidcWiremockTestResource {

    @Override
    public Map<String, String> start() {
        var config = new HashMap<>(super.start());
        config.put("stoa.oidc.issuer", config.get("keycloak.url") + "/realms/quarkus");
        config.put("stoa.oidc.client-id", Tokens.CLIENT_ID);
        config.put("stoa.oidc.client-secret", "a secret that only tests know");
        config.put("stoa.session.key", "a session key that only tests know, long enough");
        return config;
    }
}
