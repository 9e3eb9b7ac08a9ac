package dev.stoa.signaling.ice;

import dev.stoa.signaling.rig.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;

/** The installed coturn, on loopback. */
final class Coturn implements AutoCloseable {

    private static final Path HARDENED = Path.of("..", "turn", "turnserver.conf");

    private final int port = Ports.free();
    private final Path log;
    private final Process process;

    private Coturn(List<String> options) {
        var command = new ArrayList<>(List.of("turnserver"));
        command.addAll(options);
        command.addAll(List.of(
                "--listening-port=" + port,
                "--listening-ip=127.0.0.1",
                "--no-tls",
                "--no-dtls",
                "--realm=stoa.test",
                "--min-port=20000",
                "--max-port=29999",
                "--userdb=" + Path.of("target", "coturn.db").toAbsolutePath(),
                "--pidfile=" + Path.of("target", "coturn.pid").toAbsolutePath(),
                "--log-file=stdout",
                "--simple-log"));
        log = Path.of("target", "coturn-" + port + ".log");
        try {
            process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
        } catch (IOException e) {
            throw new AssertionError(
                    "These tests need coturn's turnserver on the PATH (Debian: apt install coturn)", e);
        }
        Awaitility.await("coturn answers").atMost(Duration.ofSeconds(30)).until(this::answers);
    }

    /** One without any limits, but for the secrets whose credentials it takes. */
    static Coturn plain(String... secrets) {
        var options = new ArrayList<>(List.of("-n", "--no-cli", "--use-auth-secret", "--relay-ip=127.0.0.1"));
        List.of(secrets).forEach(secret -> options.add("--static-auth-secret=" + secret));
        return new Coturn(options);
    }

    /** One as operators run it. */
    static Coturn hardened(String secret) {
        return new Coturn(List.of(
                "-c", HARDENED.toString(), "--static-auth-secret=" + secret, "--relay-ip=127.0.0.1", "--relay-ip=::1"));
    }

    int port() {
        return port;
    }

    String log() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    private boolean answers() {
        if (!process.isAlive()) {
            throw new AssertionError("coturn has stopped:\n" + log());
        }
        try (var probe = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return probe.isConnected();
        } catch (IOException e) {
            return false;
        }
    }
}
