package dev.stoa.localstack.system;

import dev.stoa.localstack.Stack;
import dev.stoa.localstack.process.ChildSpec;
import dev.stoa.localstack.process.PidFile;
import dev.stoa.localstack.process.Ports;
import dev.stoa.localstack.process.Readiness;
import dev.stoa.localstack.process.Signal;
import dev.stoa.localstack.process.Supervisor;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The running stack as the {@link Homes} see it, from far away: HAProxy stands at the site's public address and leads to the stack's
 * origin on this machine, but signaling is an instance of its own, which gives out coturn, as shipped, at another public address.
 */
final class FarSite implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String HAPROXY = "/usr/sbin/haproxy";

    private final Stack stack;
    private final Homes homes;
    private final Path folder;
    private final Supervisor supervisor;
    private final int port = Ports.free();

    FarSite(Stack stack, Homes homes, Path folder) throws Exception {
        this.stack = stack;
        this.homes = homes;
        this.folder = folder;
        supervisor = new Supervisor(folder, new PidFile(folder.resolve("pids")));
        var certificate = TurnCertificate.write(folder.resolve("certificates"), Homes.RELAY);
        var parts = List.of(signaling(), router(), relay(certificate)).stream()
                .map(supervisor::start)
                .toList();
        for (var part : parts) part.awaitReady(PATIENCE);
    }

    /**
     * What browsers have to be told: where {@code localhost} is, which the site goes on to be called, so that it counts as secure and as
     * Keycloak's own; and to believe the TURN server's certificate.
     */
    static List<String> browserArguments() {
        return List.of("--host-resolver-rules=MAP localhost " + Homes.SITE, "--ignore-certificate-errors");
    }

    private ChildSpec signaling() {
        var ordinary = stack.instance("signaling-1").spec();
        var environment = new HashMap<>(ordinary.environment());
        int managementPort = Ports.free();
        environment.putAll(Map.of(
                "STOA_INSTANCE",
                "signaling-far",
                "QUARKUS_HTTP_PORT",
                Integer.toString(port),
                "QUARKUS_MANAGEMENT_PORT",
                Integer.toString(managementPort),
                "STOA_ICE_STUN_URLS",
                "stun:%s:3478".formatted(Homes.RELAY),
                "STOA_ICE_TURN_URLS",
                "turns:%1$s:443?transport=tcp,turn:%1$s:3478?transport=tcp,turn:%1$s:3478?transport=udp"
                        .formatted(Homes.RELAY),
                "STOA_ICE_TURN_SECRET",
                stack.secrets().turnSecret()));
        var ready = URI.create("http://127.0.0.1:%d/q/health/ready".formatted(managementPort));
        return new ChildSpec("signaling-far", ordinary.command(), environment, Signal.TERM, Readiness.http(ready));
    }

    private ChildSpec router() throws IOException {
        int health = Ports.free();
        var config = folder.resolve("haproxy.cfg");
        Files.writeString(config, """
                defaults
                  mode http
                  timeout connect 5s
                  timeout client 10m
                  timeout server 10m
                frontend site
                  bind %s:%d namespace %s
                  bind 127.0.0.1:%d
                  use_backend signaling if { path_beg /api/signaling/ }
                  default_backend origin
                backend signaling
                  option forwardfor
                  server far 127.0.0.1:%d
                backend origin
                  server stack 127.0.0.1:%d
                """.formatted(Homes.SITE, site(), homes.segment(), health, port, site()));
        Readiness ready = () -> {
            try (var probe = new Socket("127.0.0.1", health)) {
                return probe.isConnected();
            }
        };
        return new ChildSpec("haproxy", List.of(HAPROXY, "-db", "-f", config.toString()), Map.of(), Signal.TERM, ready);
    }

    private ChildSpec relay(Path certificates) throws IOException {
        var work = Files.createDirectories(folder.resolve("turn"));
        var log = folder.resolve("coturn.log");
        return new ChildSpec(
                "coturn",
                List.of(
                        "ip",
                        "netns",
                        "exec",
                        homes.segment(),
                        "sh",
                        Path.of("../deploy/turn/start.sh").toRealPath().toString(),
                        "--listening-ip=" + Homes.RELAY,
                        "--tls-listening-port=443"),
                Map.of(
                        "STOA_TURN_CONFIG",
                        Path.of("../turn/turnserver.conf").toRealPath().toString(),
                        "STOA_TURN_WORK",
                        work.toString(),
                        "STOA_TURN_HOST",
                        Homes.RELAY,
                        "STOA_TURN_CERTIFICATES",
                        certificates.toString(),
                        "STOA_TURN_ADDRESS",
                        Homes.RELAY,
                        "STOA_TURN_RELAY_PORTS",
                        "50000-51000",
                        "STOA_ICE_TURN_SECRET",
                        stack.secrets().turnSecret()),
                Signal.TERM,
                () -> Files.readString(log).contains("Total General servers"));
    }

    private int site() {
        return stack.origin().getPort();
    }

    @Override
    public void close() {
        supervisor.close();
        supervisor.stop(supervisor.children(), Duration.ofSeconds(10));
        supervisor.forget();
    }
}
