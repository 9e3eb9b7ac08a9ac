package dev.stoa.localstack;

import dev.stoa.localstack.data.DataDirectory;
import dev.stoa.localstack.origin.Embedding;
import dev.stoa.localstack.origin.Origin;
import dev.stoa.localstack.origin.OriginOptions;
import dev.stoa.localstack.process.ChildSpec;
import dev.stoa.localstack.process.PidFile;
import dev.stoa.localstack.process.Ports;
import dev.stoa.localstack.process.StackException;
import dev.stoa.localstack.process.Supervisor;
import dev.stoa.localstack.provider.Keycloak;
import dev.stoa.localstack.service.Services;
import dev.stoa.localstack.terminal.Progress;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** One start of a stack: each part begins as soon as what it needs is there, side by side. */
final class Start {
    private static final Duration PATIENCE = Duration.ofSeconds(180);
    /** Who may frame the join page: origins with spaces between them. */
    private static final String EMBED_ORIGINS = "STOA_EMBED_ORIGINS";

    private final Project project;
    private final StackOptions options;
    private final Progress progress;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    Start(Project project, StackOptions options, Progress progress) {
        this.project = project;
        this.options = options;
        this.progress = progress;
    }

    Stack run() {
        int port = options.port() == 0 ? Ports.free() : options.port();
        var uri = URI.create("http://localhost:" + port);
        var data = DataDirectory.open(options.data().toAbsolutePath().normalize(), uri.toString());
        try {
            var pids = new PidFile(data.pids());
            int orphans = pids.reap();
            if (orphans > 0) progress.say("Ended %d processes of an earlier run that was killed.".formatted(orphans));
            if (!Ports.isFree(port)) throw Origin.portRefused(port);
            var parts = Parts.choose(project, data, uri, options);
            var origin = Origin.start(
                    new OriginOptions(port, project.site(), Embedding.of(embedOrigins()), parts.upstreams()));
            var stack = new Stack(data, new Supervisor(data.logs(), pids), origin, parts);
            startAll(stack, data.secrets().databasePassword());
            origin.open();
            return stack;
        } catch (RuntimeException e) {
            data.close();
            throw e;
        }
    }

    private String embedOrigins() {
        var told = Objects.requireNonNullElse(System.getenv(EMBED_ORIGINS), "");
        return options.environment().getOrDefault(EMBED_ORIGINS, told);
    }

    private void startAll(Stack stack, String databasePassword) {
        var atExit = new Thread(stack::close, "stop");
        Runtime.getRuntime().addShutdownHook(atExit);
        try {
            startSideBySide(stack, databasePassword);
            forget(atExit);
        } catch (RuntimeException e) {
            forget(atExit);
            stack.close();
            throw plain(e);
        }
    }

    /** What failed, without what another thread has wrapped it in. */
    static RuntimeException plain(RuntimeException failure) {
        boolean wrapped = failure instanceof CompletionException;
        return wrapped && failure.getCause() instanceof RuntimeException cause ? cause : failure;
    }

    private void startSideBySide(Stack stack, String databasePassword) {
        var parts = stack.parts();
        var built = task(() -> prepare(parts.keycloak()));
        var queue = task(() ->
                start(stack.supervisor(), "redis-queue", () -> parts.queue().spec(project.programs())));
        var rooms = task(() ->
                start(stack.supervisor(), "redis-signaling", () -> parts.rooms().spec(project.programs())));
        var postgres = task(() -> startPostgres(stack));
        var stores = CompletableFuture.allOf(queue, rooms, postgres);
        var realm = CompletableFuture.allOf(built, postgres)
                .thenRunAsync(() -> startKeycloak(stack, databasePassword), threads);
        var services = parts.instances()
                .map(instance ->
                        stores.thenRunAsync(() -> start(stack.supervisor(), instance.name(), instance::spec), threads));
        allOrFirstFailure(stack.supervisor(), Stream.concat(Stream.of(realm), services))
                .join();
        if (stack.data().lacksProfiles()) {
            progress.begin("demo", "writing the experts' profiles");
            parts.keycloak().profiles(parts.fleet().identity().url()).write();
            stack.data().noteProfiles();
            progress.ready("demo");
        }
    }

    private void prepare(Keycloak keycloak) {
        if (!keycloak.needsPreparing()) return;
        progress.begin("keycloak", "building it for its options, only this once");
        keycloak.prepare();
    }

    private void startPostgres(Stack stack) {
        var postgres = stack.parts().postgres();
        launch(stack.supervisor(), "postgres", () -> postgres.spec(project.programs()));
        postgres.ensureDatabase(Keycloak.DATABASE);
        postgres.ensureDatabase(Services.IDENTITY_DATABASE);
        postgres.ensureDatabase(Services.MATCHMAKING_DATABASE);
        progress.ready("postgres");
    }

    private void startKeycloak(Stack stack, String databasePassword) {
        var keycloak = stack.parts().keycloak();
        var jdbcUrl = stack.parts().postgres().jdbcUrl(Keycloak.DATABASE);
        launch(stack.supervisor(), "keycloak", () -> keycloak.spec(jdbcUrl, databasePassword));
        progress.begin("keycloak", "setting up the realm");
        // Written down first: whatever interrupts this start, the next one knows what is missing.
        keycloak.ensureRealm(stack.secrets().clientSecret(), options.testRealm(), stack.data()::noteNoProfiles);
        stack.noteKeycloak();
        progress.ready("keycloak");
    }

    private void start(Supervisor supervisor, String name, Supplier<ChildSpec> spec) {
        launch(supervisor, name, spec);
        progress.ready(name);
    }

    private void launch(Supervisor supervisor, String name, Supplier<ChildSpec> spec) {
        progress.begin(name, "starting");
        supervisor.start(spec.get()).awaitReady(PATIENCE);
    }

    private CompletableFuture<Void> task(Runnable work) {
        return CompletableFuture.runAsync(work, threads);
    }

    /** Unlike {@link CompletableFuture#allOf} it does not wait for the others once one has failed. */
    private static CompletableFuture<Void> allOrFirstFailure(
            Supervisor supervisor, Stream<? extends CompletableFuture<?>> tasks) {
        var result = new CompletableFuture<Void>();
        var all = tasks.toArray(CompletableFuture[]::new);
        for (var each : all) {
            each.exceptionally(failure -> {
                result.completeExceptionally((Throwable) failure);
                return null;
            });
        }
        supervisor
                .firstUnwantedEnd()
                .thenAccept(child -> result.completeExceptionally(
                        new StackException(child.name() + " ended unexpectedly. " + child.lastWords())));
        CompletableFuture.allOf(all).thenRun(() -> result.complete(null));
        return result;
    }

    /** While the JVM is being ended its hook stops the stack, and nothing that fails meanwhile is worth a word. */
    private static void forget(Thread atExit) {
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException ending) {
            while (true) LockSupport.park();
        }
    }
}
