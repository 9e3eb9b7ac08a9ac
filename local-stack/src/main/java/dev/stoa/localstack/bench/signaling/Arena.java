package dev.stoa.localstack.bench.signaling;

import dev.stoa.localstack.process.Child;
import dev.stoa.localstack.process.PidFile;
import dev.stoa.localstack.process.Supervisor;
import dev.stoa.localstack.store.Redis;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** A contender, running: its two instances and a Redis of its own. */
final class Arena implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final Duration FAREWELL = Duration.ofSeconds(3);

    private final Contender contender;
    private final Supervisor supervisor;
    private final Child redis;
    private final List<Contender.Instance> instances;
    private final List<Child> processes;

    private Arena(Contender contender, Supervisor supervisor, String redisName, List<Contender.Instance> instances) {
        this.contender = contender;
        this.supervisor = supervisor;
        this.instances = instances;
        redis = named(redisName);
        processes = instances.stream()
                .map(instance -> named(instance.spec().name()))
                .toList();
    }

    /** @param folder for state and logs, empty */
    static Arena open(Contender contender, Path folder, Path programs) {
        try {
            var data = Files.createDirectories(folder.resolve("redis"));
            var supervisor = new Supervisor(folder.resolve("logs"), new PidFile(folder.resolve("pids")));
            var redis = new Redis("redis", data, Redis.Durability.EVERY_SECOND);
            var instances = contender.instances(redis.url());
            var spec = redis.spec(programs);
            try {
                supervisor.start(spec).awaitReady(PATIENCE);
                instances.forEach(instance -> supervisor.start(instance.spec()));
                var arena = new Arena(contender, supervisor, spec.name(), instances);
                arena.processes.forEach(process -> process.awaitReady(PATIENCE));
                return arena;
            } catch (RuntimeException failure) {
                supervisor.children().forEach(Child::kill);
                throw failure;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot use " + folder, e);
        }
    }

    Contender contender() {
        return contender;
    }

    /** Where clients connect to the first (0) or second (1) instance. */
    int port(int instance) {
        return instances.get(instance).port();
    }

    /** What was used since the start. */
    Cpu cpu() {
        var service = processes.stream().map(Arena::used).reduce(Duration.ZERO, Duration::plus);
        return new Cpu(service, used(redis));
    }

    /** The processes of the two instances. */
    List<Child> processes() {
        return processes;
    }

    @Override
    public void close() {
        supervisor.close();
        supervisor.stop(Stream.concat(processes.stream(), Stream.of(redis)).toList(), FAREWELL);
        supervisor.forget();
    }

    private Child named(String name) {
        return supervisor.children().stream()
                .filter(child -> child.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Duration used(Child process) {
        return ProcessHandle.of(process.pid())
                .flatMap(handle -> handle.info().totalCpuDuration())
                .orElseThrow(() -> new IllegalStateException("the CPU time of " + process.name() + " is not known"));
    }
}
