package dev.stoa.signaling.rig;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** The packaged service as a process of its own. */
public final class InstanceProcess implements AutoCloseable {

    private final Process process;
    private final Path log;
    private final int port;
    private final int managementPort;

    /** Starts a small instance with the settings of a deployment, of which {@code environment} may change all; ready or not. */
    public InstanceProcess(String name, Map<String, String> environment) {
        port = Ports.free();
        managementPort = Ports.free();
        log = Path.of("target", "instance-" + name + ".log");
        var builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-jar",
                        "target/quarkus-app/quarkus-run.jar")
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().put("JAVA_TOOL_OPTIONS", "-Xmx96m -XX:+UseSerialGC -XX:TieredStopAtLevel=1");
        builder.environment().put("STOA_INSTANCE", name);
        builder.environment().put("QUARKUS_HTTP_PORT", Integer.toString(port));
        builder.environment().put("QUARKUS_MANAGEMENT_PORT", Integer.toString(managementPort));
        builder.environment().putAll(environment);
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public InstanceProcess awaitReady() {
        Awaitility.await("the instance is ready, see " + log)
                .atMost(Duration.ofSeconds(120))
                .until(() -> ask("/q/health/ready").startsWith("200"));
        return this;
    }

    /** What the management interface answers: the status, a line break, the body. */
    public String ask(String path) {
        return Door.ask(managementPort, path);
    }

    public int port() {
        return port;
    }

    public int managementPort() {
        return managementPort;
    }

    public void signal(String signal) {
        TestRedis.signal(signal, process.pid());
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Waits for the end, and gives the exit code. */
    public int exitCode() {
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                throw new AssertionError("still running");
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Memory in use, MiB. */
    public long residentMib() {
        return read(Path.of("/proc/" + process.pid() + "/status"))
                .lines()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .sum();
    }

    public String log() {
        return read(log);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
