package dev.stoa.localstack.bench.matchmaking;

import dev.stoa.localstack.data.DataDirectory;
import dev.stoa.localstack.process.Child;
import dev.stoa.localstack.process.PidFile;
import dev.stoa.localstack.process.Supervisor;
import dev.stoa.localstack.service.ServiceInstance;
import dev.stoa.localstack.service.Services;
import dev.stoa.localstack.service.Wiring;
import dev.stoa.localstack.store.Postgres;
import dev.stoa.localstack.store.Redis;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Instances of matchmaking-service as they are deployed, with a PostgreSQL and two Redis of their own. */
final class Ground implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final Duration FAREWELL = Duration.ofSeconds(5);
    private static final Map<String, String> WITHOUT_LIMITS = Map.of("STOA_LIMIT_ACCOUNT_REQUESTS", "0");

    private final DataDirectory data;
    private final Supervisor supervisor;
    private final Redis queue;
    private final List<ServiceInstance> instances;

    /**
     * @param folder for state and logs, empty
     * @param provider what stands in for the provider and identity-service
     */
    Ground(Path project, Path folder, Provider provider, int count) {
        data = DataDirectory.open(folder, provider.url());
        supervisor = new Supervisor(data.logs(), new PidFile(data.pids()));
        queue = new Redis("redis-queue", data.redis("redis-queue"), Redis.Durability.ALWAYS);
        var rooms = new Redis("redis-signaling", data.redis("redis-signaling"), Redis.Durability.EVERY_SECOND);
        var postgres = new Postgres(data.postgres(), data.secrets().databasePassword());
        var programs = project.resolve("local-stack/target/programs");
        var database = new Wiring.Database(Services.MATCHMAKING_DATABASE, postgres.url(Services.MATCHMAKING_DATABASE));
        var wiring = new Wiring(
                URI.create(provider.url()),
                provider.url(),
                new Wiring.Stores(database, database, queue.url(), rooms.url()),
                data.secrets(),
                data.passKeys());
        instances = new Services(project, wiring, WITHOUT_LIMITS).matchmaking(count, URI.create(provider.url()));
        try {
            supervisor.start(queue.spec(programs)).awaitReady(PATIENCE);
            supervisor.start(rooms.spec(programs)).awaitReady(PATIENCE);
            supervisor.start(postgres.spec(programs)).awaitReady(PATIENCE);
            postgres.ensureDatabase(Services.MATCHMAKING_DATABASE);
            instances.stream()
                    .map(instance -> supervisor.start(instance.spec()))
                    .toList()
                    .forEach(child -> child.awaitReady(PATIENCE));
        } catch (RuntimeException failure) {
            supervisor.children().forEach(Child::kill);
            throw failure;
        }
    }

    Redis queue() {
        return queue;
    }

    /** CPU time used since the start, by whom: the instances, the queue's Redis, PostgreSQL, and this process that asks. */
    Map<String, Duration> cpu() {
        var used = new LinkedHashMap<String, Duration>();
        used.put("generator", used(ProcessHandle.current()));
        for (var child : supervisor.children()) {
            var handle = ProcessHandle.of(child.pid()).orElseThrow();
            var own = Stream.concat(Stream.of(handle), handle.descendants())
                    .map(Ground::used)
                    .reduce(Duration.ZERO, Duration::plus);
            used.merge(child.name().replaceAll("-\\d+$", ""), own, Duration::plus);
        }
        return used;
    }

    /** Nothing for a process that has just ended. */
    private static Duration used(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    List<Integer> ports() {
        return instances.stream().map(ServiceInstance::port).toList();
    }

    @Override
    public void close() {
        supervisor.close();
        supervisor.stop(supervisor.children(), FAREWELL);
        supervisor.forget();
        data.forget();
        data.close();
    }
}
