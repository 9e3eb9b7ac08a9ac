package dev.stoa.localstack.doctor;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stoa.localstack.process.Ports;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The installed coturn, started as in a container, on loopback. */
final class ShippedTurn implements AutoCloseable {
    private static final String SECRET = "north";

    private final int port = Ports.free();
    private final Process process;

    /**
     * @param address the public address, or that and the one behind it
     * @param config what holds everywhere
     */
    ShippedTurn(String address, Path config) throws IOException {
        this(address, config, Map.of("STOA_TURN_HOST", ""));
    }

    /** With a certificate, which {@code more} says where to find, and a port for TLS. */
    static ShippedTurn secured(String address, Path config, Map<String, String> more, int tlsPort) throws IOException {
        return new ShippedTurn(address, config, more, "--tls-listening-port=" + tlsPort);
    }

    private ShippedTurn(String address, Path config, Map<String, String> more, String... arguments) throws IOException {
        var work = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "turn");
        var builder = new ProcessBuilder(
                "sh",
                "../deploy/turn/start.sh",
                "--listening-ip=127.0.0.1",
                "--allow-loopback-peers",
                "--listening-port=" + port);
        builder.environment()
                .putAll(Map.of(
                        "STOA_TURN_CONFIG",
                        config.toString(),
                        "STOA_TURN_WORK",
                        work.toString(),
                        "STOA_TURN_ADDRESS",
                        address,
                        "STOA_TURN_RELAY_PORTS",
                        "20000-29999",
                        "STOA_ICE_TURN_SECRET",
                        SECRET));
        builder.environment().putAll(more);
        builder.command().addAll(List.of(arguments));
        process = builder.redirectErrorStream(true)
                .redirectOutput(work.resolve("log").toFile())
                .start();
        await("coturn answers").atMost(60, SECONDS).until(this::answers);
    }

    /** ICE servers as signaling-service hands them out. */
    JsonNode iceServers(String secret) throws GeneralSecurityException {
        var username = username();
        var credential = credential(username, secret);
        var turn = Map.of(
                "urls",
                List.of(
                        "turn:127.0.0.1:%d?transport=udp".formatted(port),
                        "turn:127.0.0.1:%d?transport=tcp".formatted(port)),
                "username",
                username,
                "credential",
                credential);
        return Json.read(Json.write(List.of(Map.of("urls", List.of("stun:127.0.0.1:" + port)), turn)));
    }

    JsonNode iceServers() throws GeneralSecurityException {
        return iceServers(SECRET);
    }

    /** A name that is good for ten minutes. */
    static String username() {
        return Instant.now().plusSeconds(600).getEpochSecond() + ":somebody";
    }

    static String credential(String username) throws GeneralSecurityException {
        return credential(username, SECRET);
    }

    private static String credential(String username, String secret) throws GeneralSecurityException {
        var mac = Mac.getInstance("HmacSHA1");
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
        return Base64.getEncoder().encodeToString(mac.doFinal(username.getBytes(StandardCharsets.UTF_8)));
    }

    /** Tells it to end, as a container's end does, and gives whether it has within this time. */
    boolean endsWithin(Duration time) throws InterruptedException {
        process.destroy();
        return process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
    }

    private boolean answers() {
        if (!process.isAlive()) throw new AssertionError("coturn has stopped (Debian: apt install coturn)");
        try (var probe = new Socket("127.0.0.1", port)) {
            return probe.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
    }
}
