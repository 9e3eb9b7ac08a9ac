package dev.stoa.identity;

import io.quarkus.test.oidc.server.OidcWiremockTestResource;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;

/** Quarkus' stand-in for an OpenID Connect provider, as the service is configured for one. A test may take it away for a while. */
public class TestProvider extends OidcWiremockTestResource {

    private Tunnel tunnel;

    @Override
    public Map<String, String> start() {
        var config = new HashMap<>(super.start());
        var provider = URI.create(config.get("keycloak.url") + "/realms/quarkus");
        tunnel = new Tunnel(provider.getPort());
        config.put("stoa.oidc.issuer", provider.toString());
        config.put("stoa.oidc.url", "http://127.0.0.1:" + tunnel.port() + provider.getPath());
        config.put("stoa.oidc.client-id", Tokens.CLIENT_ID);
        config.put("stoa.oidc.client-secret", "a secret that only tests know");
        config.put("stoa.session.key", "a session key that only tests know, long enough");
        return config;
    }

    @Override
    public void inject(TestInjector injector) {
        super.inject(injector);
        injector.injectIntoFields(this, field -> field.getType() == TestProvider.class);
    }

    public void takeAway() {
        tunnel.cut();
    }

    public void bringBack() {
        tunnel.mend();
    }

    @Override
    public synchronized void stop() {
        super.stop();
        tunnel.close();
    }
}
