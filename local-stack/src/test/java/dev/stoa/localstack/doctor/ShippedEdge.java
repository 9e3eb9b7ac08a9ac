package dev.stoa.localstack.doctor;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.stoa.localstack.process.Ports;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The installed Caddy and HAProxy with the shipped files, on loopback. Only addresses, ports and the number of connections are others,
 * and certificates come from an authority of Caddy's own instead of one in the internet. A Caddy before 2.7 knows no PROXY protocol, so
 * that its part of the files is left out for it and an {@link Unwrapper} reads what the router says instead.
 */
final class ShippedEdge implements AutoCloseable {
    static final String SITE = "stoa.test";
    static final String TURN = "turn.stoa.test";
    private static final Path SHIPPED = Path.of("..", "deploy", "edge").toAbsolutePath();

    private static final Path HAPROXY = Path.of("/usr/sbin/haproxy");

    private final Path folder;
    private final int site = Ports.free();
    private final int door = Ports.free();
    private final int doorHealth = Ports.free();
    private final List<Process> processes = new ArrayList<>();
    private final boolean unwrapsByItself;
    private final Unwrapper unwrapper;

    /**
     * @param inside where the services listen, by their names and ports in the containers' network
     * @param turn where the TURN server listens for TLS
     */
    ShippedEdge(Path folder, Map<String, Integer> inside, int turn) throws IOException {
        this.folder = folder.toAbsolutePath();
        unwrapsByItself = says("caddy", "list-modules").contains("caddy.listeners.proxy_protocol");
        unwrapper = new Unwrapper(site);
        startEdge(inside);
        startRouter(turn);
        await("edge and router listen")
                .atMost(60, SECONDS)
                .until(() -> connects(site) && connects(doorHealth) && Files.exists(authority()));
    }

    private void startEdge(Map<String, Integer> inside) throws IOException {
        var health = Ports.free();
        var plain = Ports.free();
        copy(
                "Caddyfile",
                Map.of(
                        "/etc/caddy/", folder + "/",
                        "127.0.0.1:2020 {", "127.0.0.1:" + health + " {",
                        "admin off",
                                "admin off\nlocal_certs\nskip_install_trust\nrenew_interval 1s\nhttp_port %d\nhttps_port %d"
                                        .formatted(plain, site)));
        copy("mode-tls.caddy", Map.of(":443", ":" + site));
        copy(
                "turn-tls.caddy",
                Map.of("issuer acme {", "issuer internal {", "disable_tlsalpn_challenge", "lifetime 12s"));
        var addresses = new LinkedHashMap<String, String>();
        inside.forEach((name, port) ->
                addresses.put(name, name.startsWith("health_port") ? "health_port " + port : "127.0.0.1:" + port));
        copy("routes.caddy", addresses);
        if (!unwrapsByItself) {
            var mode = folder.resolve("mode-tls.caddy");
            var shipped = Files.readString(mode);
            var rest = shipped.replaceAll("(?s)\\s*listener_wrappers \\{.*?\\n\\t}", "");
            assertThat(rest).isNotEqualTo(shipped);
            Files.writeString(mode, rest);
        }
        start(
                Map.of(
                        "STOA_EDGE_SITE",
                        "https://" + SITE,
                        "STOA_EDGE_MODE",
                        "-tls",
                        "STOA_TURN_HOST",
                        TURN,
                        "STOA_PROXY_NETWORK",
                        "127.0.0.0/8",
                        "STOA_ACME_EMAIL",
                        "postmaster@" + SITE,
                        "HOME",
                        folder.toString(),
                        "XDG_DATA_HOME",
                        certificates().toString(),
                        "XDG_CONFIG_HOME",
                        folder.toString()),
                "caddy",
                "run",
                "--config",
                folder.resolve("Caddyfile").toString(),
                "--adapter",
                "caddyfile");
    }

    private void startRouter(int turn) throws IOException {
        copy(
                "router.cfg",
                Map.of(
                        // What an ordinary user's limit of open files allows.
                        "maxconn 20000",
                        "maxconn 200",
                        "bind :443 v4v6",
                        "bind 127.0.0.1:" + door,
                        "edge.web:443",
                        "127.0.0.1:" + (unwrapsByItself ? site : unwrapper.port()),
                        "host.docker.internal:5349",
                        "127.0.0.1:" + turn,
                        "127.0.0.1:2021\n",
                        "127.0.0.1:" + doorHealth + "\n"));
        start(
                Map.of("STOA_TURN_HOST", TURN),
                // Not on the path of ordinary users.
                Files.isExecutable(HAPROXY) ? HAPROXY.toString() : "haproxy",
                "-W",
                "-db",
                "-f",
                folder.resolve("router.cfg").toString());
    }

    Process edge() {
        return processes.getFirst();
    }

    Process router() {
        return processes.getLast();
    }

    /** The port that all of the outside comes to. */
    int port() {
        return door;
    }

    /** Where the edge keeps its certificates, which the TURN server reads too. */
    Path certificates() {
        return folder.resolve("data");
    }

    /** The certificate of the authority. */
    Path authority() {
        return certificates().resolve("caddy/pki/authorities/local/root.crt");
    }

    /** Whom the services take the last request to come from, who were told {@code forwardedFor}. */
    String source(String forwardedFor) {
        return unwrapsByItself ? forwardedFor : unwrapper.lastSource();
    }

    private void copy(String name, Map<String, String> changes) throws IOException {
        var text = Files.readString(SHIPPED.resolve(name));
        for (var change : changes.entrySet()) {
            assertThat(text).as(name).contains(change.getKey());
            text = text.replace(change.getKey(), change.getValue());
        }
        Files.writeString(folder.resolve(name), text);
    }

    private void start(Map<String, String> environment, String... command) throws IOException {
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        try {
            processes.add(builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                    .start());
        } catch (IOException e) {
            throw new AssertionError(command[0] + " is needed (Debian: apt install caddy haproxy)", e);
        }
    }

    private Path log() {
        return folder.resolve("log");
    }

    private static String says(String... command) throws IOException {
        try {
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(command[0] + " is needed (Debian: apt install caddy haproxy)", e);
        }
    }

    private boolean connects(int port) throws IOException {
        for (var process : processes) {
            if (!process.isAlive()) {
                throw new AssertionError(Files.readString(log()));
            }
        }
        try (var probe = new Socket("127.0.0.1", port)) {
            return probe.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        processes.forEach(process -> {
            process.descendants().forEach(ProcessHandle::destroy);
            process.destroy();
        });
        unwrapper.close();
    }
}
