package dev.stoa.localstack;

import dev.stoa.localstack.data.DataDirectory;
import dev.stoa.localstack.data.Secrets;
import dev.stoa.localstack.origin.Origin;
import dev.stoa.localstack.process.Child;
import dev.stoa.localstack.process.PidFile;
import dev.stoa.localstack.process.Supervisor;
import dev.stoa.localstack.provider.TestAccounts;
import dev.stoa.localstack.service.ServiceInstance;
import dev.stoa.localstack.terminal.Progress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** The whole system, running: PostgreSQL, two Redis servers, Keycloak, the services and the one origin before them. */
public final class Stack implements AutoCloseable {
    private static final Duration SERVICES_PATIENCE = Duration.ofSeconds(12);
    private static final Duration STORES_PATIENCE = Duration.ofSeconds(8);

    private final DataDirectory data;
    private final Supervisor supervisor;
    private final Origin origin;
    private final Parts parts;
    private boolean closed;

    Stack(DataDirectory data, Supervisor supervisor, Origin origin, Parts parts) {
        this.data = data;
        this.supervisor = supervisor;
        this.origin = origin;
        this.parts = parts;
    }

    /** Starts a stack and returns when all of it is ready. Nothing stays behind when it cannot start. */
    public static Stack start(StackOptions options) {
        return start(options, Progress.quiet());
    }

    /** The same, telling how it goes on. */
    public static Stack start(StackOptions options, Progress progress) {
        return new Start(Project.find(), options, progress).run();
    }

    /** Deletes what earlier stacks left in the folder, unless one runs there now. */
    public static void forget(StackOptions options) {
        try (var data = DataDirectory.open(options.data().toAbsolutePath().normalize(), "being emptied")) {
            new PidFile(data.pids()).reap();
            data.forget();
        }
    }

    /** Without a slash at its end, such as {@code http://localhost:8080}. */
    public URI origin() {
        return origin.uri();
    }

    /** All processes: {@code postgres, redis-queue, redis-signaling, keycloak, identity, matchmaking-1, signaling-1 …}. */
    public List<Child> children() {
        return supervisor.children();
    }

    /** The process of that name, to be killed, paused, stopped or started again. */
    public Child child(String name) {
        return children().stream()
                .filter(child -> child.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no " + name + " in "
                        + children().stream().map(Child::name).toList()));
    }

    /** The service instance of that name, for its ports and its own address. */
    public ServiceInstance instance(String name) {
        return parts.instances()
                .filter(instance -> instance.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no service instance " + name));
    }

    public String queueRedisUrl() {
        return parts.queue().url();
    }

    public String signalingRedisUrl() {
        return parts.rooms().url();
    }

    /** JDBC address of a database, {@code identity}, {@code matchmaking} or {@code keycloak}; its user has the same name. */
    public String jdbcUrl(String database) {
        return parts.postgres().jdbcUrl(database);
    }

    public Secrets secrets() {
        return data.secrets();
    }

    /** Where the secrets are kept, readable by their owner only. */
    Path secretsFile() {
        return data.secretsFile();
    }

    public Path logs() {
        return data.logs();
    }

    /** Keycloak's administration console, on the loopback address. */
    public URI keycloakConsole() {
        return parts.keycloak().console();
    }

    /** Writes down where Keycloak is administered, for whoever wants to do so while the stack runs. */
    void noteKeycloak() {
        data.noteKeycloak(parts.keycloak().base());
    }

    /** Accounts that sign in without a browser; only with {@link StackOptions#withTestRealm()}. */
    public TestAccounts accounts() {
        return parts.keycloak().testAccounts();
    }

    /** Completes with the first child that ended although nobody asked it to. */
    public CompletableFuture<Child> firstUnwantedEnd() {
        return supervisor.firstUnwantedEnd();
    }

    Parts parts() {
        return parts;
    }

    DataDirectory data() {
        return data;
    }

    Supervisor supervisor() {
        return supervisor;
    }

    /** Stops everything, first what serves, last what stores: sockets are closed properly, no state is lost. Takes at most some 20 s. */
    @Override
    public synchronized void close() {
        if (closed) return;
        closed = true;
        supervisor.close();
        var stores =
                children().stream().filter(child -> Parts.isStore(child.name())).toList();
        var others =
                children().stream().filter(child -> !stores.contains(child)).toList();
        supervisor.stop(others, SERVICES_PATIENCE);
        origin.close();
        supervisor.stop(stores, STORES_PATIENCE);
        supervisor.forget();
        data.close();
    }
}
