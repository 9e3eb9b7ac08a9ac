package dev.stoa.identity.login;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/** The OpenID Connect provider; application.properties hands these keys on to quarkus-oidc. */
@ConfigMapping(prefix = "stoa.oidc")
interface ProviderConfig {

    /** The issuer's URL, as browsers reach it and as tokens name it. */
    String issuer();

    /** Where this service reaches the provider, if that is another address than the issuer's. */
    Optional<String> url();

    /** The id of the confidential client that signs people in. */
    @WithDefault("stoa-web")
    String clientId();

    /** That client's secret. */
    String clientSecret();
}
