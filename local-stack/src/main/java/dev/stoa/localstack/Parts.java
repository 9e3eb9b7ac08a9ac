package dev.stoa.localstack;

import dev.stoa.localstack.data.DataDirectory;
import dev.stoa.localstack.origin.Backend;
import dev.stoa.localstack.origin.Upstream;
import dev.stoa.localstack.provider.Keycloak;
import dev.stoa.localstack.service.ServiceInstance;
import dev.stoa.localstack.service.Services;
import dev.stoa.localstack.service.Wiring;
import dev.stoa.localstack.store.Postgres;
import dev.stoa.localstack.store.Redis;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Everything that runs, with its ports chosen and wired together, before any of it is started. */
record Parts(Postgres postgres, Redis queue, Redis rooms, Keycloak keycloak, Fleet fleet) {
    /** The instances of Stoa's own services. */
    record Fleet(ServiceInstance identity, List<ServiceInstance> matchmaking, List<ServiceInstance> signaling) {}

    static Parts choose(Project project, DataDirectory data, URI origin, StackOptions options) {
        var secrets = data.secrets();
        var postgres = new Postgres(data.postgres(), secrets.databasePassword());
        var queue = new Redis("redis-queue", data.redis("redis-queue"), Redis.Durability.ALWAYS);
        var rooms = new Redis("redis-signaling", data.redis("redis-signaling"), Redis.Durability.EVERY_SECOND);
        var keycloak = new Keycloak(project.keycloak(), origin, secrets.keycloakPassword());
        var stores = new Wiring.Stores(
                database(postgres, Services.IDENTITY_DATABASE),
                database(postgres, Services.MATCHMAKING_DATABASE),
                queue.url(),
                rooms.url());
        var wiring = new Wiring(origin, Keycloak.issuer(origin), stores, secrets, data.passKeys());
        var services = new Services(project.root(), wiring, overrides(options));
        var identity = services.identity();
        var matchmaking = services.matchmaking(options.instances().matchmaking(), identity.url());
        var signaling = services.signaling(
                options.instances().signaling(), matchmaking.getFirst().url());
        return new Parts(postgres, queue, rooms, keycloak, new Fleet(identity, matchmaking, signaling));
    }

    private static Wiring.Database database(Postgres postgres, String name) {
        return new Wiring.Database(name, postgres.url(name));
    }

    static boolean isStore(String name) {
        return name.equals("postgres") || name.startsWith("redis-");
    }

    Stream<ServiceInstance> instances() {
        return Stream.of(Stream.of(fleet.identity), fleet.matchmaking.stream(), fleet.signaling.stream())
                .flatMap(some -> some);
    }

    Map<Backend, Upstream> upstreams() {
        return Map.of(
                Backend.IDENTITY, upstream(List.of(fleet.identity)),
                Backend.MATCHMAKING, upstream(fleet.matchmaking),
                Backend.SIGNALING, upstream(fleet.signaling),
                Backend.PROVIDER, new Upstream(List.of(new Upstream.Target(keycloak.port(), 0))));
    }

    /** ICE servers can be given to {@code ./stoa up} by the variables that the services themselves read. */
    private static Map<String, String> overrides(StackOptions options) {
        var overrides = new HashMap<String, String>();
        System.getenv().forEach((name, value) -> {
            if (name.startsWith("STOA_ICE_")) overrides.put(name, value);
        });
        overrides.putAll(options.environment());
        return overrides;
    }

    private static Upstream upstream(List<ServiceInstance> instances) {
        return new Upstream(instances.stream()
                .map(instance -> new Upstream.Target(instance.port(), instance.managementPort()))
                .toList());
    }
}
