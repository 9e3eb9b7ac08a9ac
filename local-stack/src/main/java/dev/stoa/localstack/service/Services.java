package dev.stoa.localstack.service;

import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Makes the instances of Stoa's services, each told by environment variables what it needs to know. */
public final class Services {
    /** The PostgreSQL database, and its user, of identity-service. */
    public static final String IDENTITY_DATABASE = "identity";
    /** The one of matchmaking-service. */
    public static final String MATCHMAKING_DATABASE = "matchmaking";

    private final Path project;
    private final Wiring wiring;
    private final Map<String, String> overrides;

    /**
     * @param project the folder of the repository
     * @param overrides environment variables that win over the ones made here
     */
    public Services(Path project, Wiring wiring, Map<String, String> overrides) {
        this.project = project;
        this.wiring = wiring;
        this.overrides = overrides;
    }

    public ServiceInstance identity() {
        return instance(
                "identity",
                "identity",
                with(
                        wiring.stores().identity(),
                        Map.of(
                                "STOA_QUEUE_REDIS_URL", wiring.stores().queueRedisUrl(),
                                "STOA_OIDC_ISSUER", wiring.issuer(),
                                "STOA_OIDC_CLIENT_ID", "stoa-web",
                                "STOA_OIDC_CLIENT_SECRET", wiring.secrets().clientSecret(),
                                "STOA_SESSION_KEY", wiring.secrets().sessionKey())));
    }

    /** @param identity where identity-service is reached */
    public List<ServiceInstance> matchmaking(int instances, URI identity) {
        return numbered(
                "matchmaking",
                instances,
                with(
                        wiring.stores().matchmaking(),
                        Map.of(
                                "STOA_OIDC_ISSUER", wiring.issuer(),
                                "STOA_QUEUE_REDIS_URL", wiring.stores().queueRedisUrl(),
                                "STOA_SIGNALING_REDIS_URL", wiring.stores().signalingRedisUrl(),
                                "STOA_SEAL_KEY", wiring.secrets().sealKey(),
                                // Integrators that are tried out run on this machine.
                                "STOA_WEBHOOK_ALLOW_HTTP", "true",
                                "STOA_WEBHOOK_ALLOWED_NETWORKS", "127.0.0.1/32,::1/128",
                                "STOA_IDENTITY_URL", identity.toString(),
                                "STOA_PASS_KEYS_FILE", wiring.passKeys().toString())));
    }

    /** @param matchmaking where the public keys of room passes are to be had */
    public List<ServiceInstance> signaling(int instances, URI matchmaking) {
        return numbered(
                "signaling",
                instances,
                Map.of(
                        "STOA_SIGNALING_REDIS_URL", wiring.stores().signalingRedisUrl(),
                        "STOA_PASS_JWKS_URL",
                                matchmaking
                                        .resolve("/api/matchmaking/v1/pass-keys")
                                        .toString(),
                        "STOA_ALLOWED_ORIGINS", wiring.origin().toString(),
                        // Nobody waits here for a load balancer to notice.
                        "STOA_SOCKET_DRAIN_NOTICE", "0s",
                        "STOA_ICE_TURN_SECRET", wiring.secrets().turnSecret()));
    }

    private Map<String, String> with(Wiring.Database database, Map<String, String> environment) {
        var all = new HashMap<>(environment);
        all.put("QUARKUS_DATASOURCE_REACTIVE_URL", database.url());
        all.put("QUARKUS_DATASOURCE_JDBC_URL", database.jdbcUrl());
        all.put("QUARKUS_DATASOURCE_USERNAME", database.name());
        all.put("QUARKUS_DATASOURCE_PASSWORD", wiring.secrets().databasePassword());
        return all;
    }

    private List<ServiceInstance> numbered(String service, int instances, Map<String, String> environment) {
        return IntStream.rangeClosed(1, instances)
                .mapToObj(number -> instance(service + "-" + number, service, environment))
                .toList();
    }

    private ServiceInstance instance(String name, String service, Map<String, String> environment) {
        var all = new HashMap<>(environment);
        all.putAll(overrides);
        return new ServiceInstance(name, project.resolve(service + "-service/target/quarkus-app/quarkus-run.jar"), all);
    }
}
