package dev.stoa.matchmaking.rig;

import dev.stoa.matchmaking.support.TestRedis;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;

/** The packaged service as a process of its own. */
public final class Instance implements AutoCloseable {

    /** The version that is being built. */
    public static final Path PRESENT = Path.of("target", "quarkus-app", "quarkus-run.jar");

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final int port = TestRedis.freePort();
    private final int managementPort = TestRedis.freePort();
    private final Process process;
    private volatile boolean suspended;
    private volatile boolean started;

    /** Starts it; ready or not. */
    public Instance(String name, Map<String, String> settings) {
        this(name, settings, List.of(), PRESENT);
    }

    /**
     * Starts it; ready or not.
     *
     * @param inFront directories whose resources are found before its own
     * @param jar which version it is
     */
    public Instance(String name, Map<String, String> settings, List<Path> inFront, Path jar) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dquarkus.http.port=" + port,
                "-Dquarkus.management.port=" + managementPort));
        settings.forEach((key, value) -> command.add("-D" + key + "=" + value));
        // What the jar's manifest opens does not count when it is on a class path.
        command.addAll(List.of("--add-opens", "java.base/java.lang=ALL-UNNAMED"));
        String classPath = "";
        for (Path directory : inFront) {
            classPath += directory.toAbsolutePath() + ":";
        }
        command.addAll(List.of("-cp", classPath + jar, "io.quarkus.bootstrap.runner.QuarkusEntryPoint"));
        try {
            process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(
                            Path.of("target", "instance-" + name + ".log").toFile())
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return port;
    }

    /** Waits until it says that it is ready. */
    public Instance awaitReady() {
        Awaitility.await()
                .atMost(Duration.ofSeconds(90))
                .pollInterval(Duration.ofMillis(100))
                .until(this::isReady);
        started = true;
        return this;
    }

    public boolean isReady() {
        URI ready = URI.create("http://127.0.0.1:" + managementPort + "/q/health/ready");
        try {
            return HTTP.send(
                                    HttpRequest.newBuilder(ready)
                                            .timeout(Duration.ofSeconds(2))
                                            .build(),
                                    HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Ends it without a word. */
    public void kill() {
        Signal.KILL.send(process.pid());
    }

    /** Stands still until {@link #resume()}, and notices nothing of it. */
    public void suspend() {
        suspended = true;
        Signal.STOP.send(process.pid());
    }

    public void resume() {
        Signal.CONT.send(process.pid());
        suspended = false;
    }

    /** Whether it was ready once, and is there and runs. */
    public boolean runs() {
        return started && process.isAlive() && !suspended;
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
