package dev.stoa.localstack.origin;

import dev.stoa.localstack.process.Ports;
import dev.stoa.localstack.process.StackException;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import java.net.BindException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

/** The running origin. The services need it before people do: until it is opened, pages only say that Stoa is starting. */
public final class Origin implements AutoCloseable {
    private static final int EVENT_LOOPS = 2;
    /** Below it, Unix wants a privilege. */
    private static final int FIRST_FOR_ALL = 1_024;

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Vertx vertx;
    private final URI uri;
    private final AtomicBoolean isOpen;

    private Origin(Vertx vertx, URI uri, AtomicBoolean isOpen) {
        this.vertx = vertx;
        this.uri = uri;
        this.isOpen = isOpen;
    }

    /** @throws StackException when the port is taken, or not for this user */
    public static Origin start(OriginOptions options) {
        var files = new FileSystemOptions().setClassPathResolvingEnabled(false).setFileCachingEnabled(false);
        var vertx =
                Vertx.vertx(new VertxOptions().setEventLoopPoolSize(EVENT_LOOPS).setFileSystemOptions(files));
        var isOpen = new AtomicBoolean();
        try {
            vertx.deployVerticle(
                            () -> new OriginServer(options, isOpen::get),
                            new DeploymentOptions().setInstances(EVENT_LOOPS))
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            Probe.start(vertx, options.upstreams().values());
            return new Origin(vertx, options.uri(), isOpen);
        } catch (ExecutionException e) {
            vertx.close();
            if (e.getCause() instanceof BindException) throw portRefused(options.port());
            throw new StackException("The origin cannot be started: " + e.getCause(), e.getCause());
        } catch (TimeoutException | InterruptedException e) {
            vertx.close();
            throw new StackException("The origin cannot be started in time.", e);
        }
    }

    /** Why a port cannot be listened on. The system's own words for it are in the user's language, so they tell nothing apart. */
    public static StackException portRefused(int port) {
        if (port < FIRST_FOR_ALL && !Ports.answers(port)) {
            return new StackException(
                    "Port %d is one of those that only administrators may use. Choose another one: ./stoa up --port 8080"
                            .formatted(port));
        }
        return new StackException("Port %d is taken by another program. Choose another one: ./stoa up --port %d"
                .formatted(port, port == 65_535 ? 8080 : port + 1));
    }

    /** Shows the web-ui from now on. */
    public void open() {
        isOpen.set(true);
    }

    /** Without a slash at its end. */
    public URI uri() {
        return uri;
    }

    @Override
    public void close() {
        try {
            vertx.close().toCompletionStage().toCompletableFuture().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new StackException("The origin did not stop: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
