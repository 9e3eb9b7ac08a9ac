package dev.stoa.localstack.bench.signaling;

import dev.stoa.localstack.data.Secrets;
import dev.stoa.localstack.service.ServiceInstance;
import dev.stoa.localstack.service.Services;
import dev.stoa.localstack.service.Wiring;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Stoa's signaling-service as it is deployed, but for the limits of what one socket and one address may do. */
record StoaContender(Path project, PassIssuer passes) implements Contender {
    private static final String PLENTY = "1000000";

    @Override
    public String name() {
        return "stoa";
    }

    @Override
    public String title() {
        return "Stoa";
    }

    @Override
    public List<Instance> instances(String redisUrl) {
        return services(redisUrl).stream()
                .map(instance -> new Instance(instance.spec(), instance.port()))
                .toList();
    }

    @Override
    public Dialect dialect() {
        return new StoaDialect(passes);
    }

    /** The command that runs a JVM as the services have it, without what it is to run. */
    List<String> jvm() {
        var command = services("redis://127.0.0.1").getFirst().spec().command();
        return command.subList(0, command.indexOf("-jar"));
    }

    private List<ServiceInstance> services(String redisUrl) {
        var nothing = new Secrets("", "", "", "", "", "unused");
        var noDatabase = new Wiring.Database("", "");
        var stores = new Wiring.Stores(noDatabase, noDatabase, "", redisUrl);
        var wiring = new Wiring(URI.create(Handshake.ORIGIN), "", stores, nothing, Path.of(""));
        // One generator at one address says as much as thousands of pages everywhere.
        var overrides = Map.of(
                "STOA_SOCKET_BURST",
                PLENTY,
                "STOA_SOCKET_PER_SECOND",
                PLENTY,
                "STOA_SOCKET_MAX_PER_ADDRESS",
                PLENTY,
                "STOA_SOCKET_KNOCKS_PER_ADDRESS",
                PLENTY,
                "STOA_SOCKET_KNOCKS_PER_ADDRESS_PER_SECOND",
                PLENTY);
        return new Services(project, wiring, overrides).signaling(2, passes.url());
    }
}
