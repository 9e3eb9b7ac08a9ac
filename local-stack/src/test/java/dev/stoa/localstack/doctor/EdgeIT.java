package dev.stoa.localstack.doctor;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.stoa.localstack.process.Ports;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The one port of the outside: router, edge and TURN server as they are shipped, before small servers. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class EdgeIT {
    private static final Path TURN_CONFIG =
            Path.of("..", "turn", "turnserver.conf").toAbsolutePath();
    private static final int TURN_PORT = Ports.free();

    private static final Duration CUT_WITHIN = Duration.ofSeconds(10);

    /** In the order in which they are closed. */
    private static final Deque<AutoCloseable> PARTS = new ArrayDeque<>();

    private static ShippedEdge edge;
    private static Outside outside;
    private static RelayClient early;
    private static InetSocketAddress relayed;
    private static BigInteger firstCertificate;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        var inside = open(new Inside());
        edge = open(new ShippedEdge(folder, inside.ports(), TURN_PORT));
        open(ShippedTurn.secured(
                "8.8.4.4/127.0.0.9",
                TURN_CONFIG,
                Map.of(
                        "STOA_TURN_HOST",
                        ShippedEdge.TURN,
                        "STOA_TURN_CERTIFICATES",
                        edge.certificates().toString(),
                        "STOA_TURN_LOOK_EVERY",
                        "1"),
                TURN_PORT));
        outside = new Outside(edge);
        // Its certificate gets old while the other tests run.
        firstCertificate = serial();
        early = open(relay());
        relayed = early.allocate();
    }

    private static <T extends AutoCloseable> T open(T part) {
        PARTS.push(part);
        return part;
    }

    @AfterAll
    static void stop() throws Exception {
        for (var part : PARTS) part.close();
    }

    @ParameterizedTest
    @CsvSource({
        "/, web-ui",
        "/call/1?a=b, web-ui",
        "/api/identity/v1/session, identity",
        "/api/matchmaking/v1/tickets, matchmaking",
        "/api/signaling/v1/rooms, signaling-",
        "/auth/realms/stoa/.well-known/openid-configuration, keycloak",
        "/auth/resources/login/x.css, keycloak"
    })
    void aPathLeadsToWhoeverOwnsIt(String path, String name) throws IOException {
        var answer = outside.get(path);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().path("who").asText()).startsWith(name);
        assertThat(answer.body().path("asked").asText()).isEqualTo(path);
        assertThat(answer.headers()).containsEntry("Strict-Transport-Security", "max-age=31536000");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/q/health",
                "/q/metrics",
                "/q",
                "/Q/Health",
                "/api",
                "/api/",
                "/api/other",
                "/api/identity",
                "/auth",
                "/auth/",
                "/auth/admin/",
                "/auth/admin/master/console/",
                "/AUTH/Admin/",
                "/auth/health/ready",
                "/auth/metrics",
                "/auth/realms/master",
                "/auth/realms/master/protocol/openid-connect/auth",
                "/auth/realms/MASTER/account",
                "/auth/realms/../admin/",
                "/auth/realms/./master",
                "/auth/realms//master",
                "/auth//admin/",
                "//q/health",
                "/api/identity/../../q/health",
                "/api/identity/..%2f..%2fq/health",
                "/auth/realms/%6daster",
                "/auth/realms/%2e%2e/admin/",
                "/auth/realms;/master",
                "/api/identity/v1/..;/..;/q/health",
                "/auth/realms/stoa/..%5c..%5cadmin",
                "/auth/realms/stoa/%252e%252e/master",
                "/auth/realms/stoa/..;/master",
                "/auth\\admin"
            })
    void theInsideIsNotReached(String path) throws IOException {
        var answer = outside.get(path);

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.body().path("who").asText()).isEmpty();
    }

    @Test
    void nobodySaysWhoTheyAreNot() throws IOException {
        var answer = outside.get(
                "/api/identity/v1/session",
                Map.of(
                        "X-Forwarded-For", "6.6.6.6",
                        "X-Forwarded-Host", "evil.test",
                        "X-Forwarded-Proto", "http"));

        var headers = answer.body().path("headers");
        var told = edge.source(headers.path("X-Forwarded-For").asText());
        assertThat(told).isEqualTo(Outside.ADDRESS);
        assertThat(headers.path("X-Forwarded-For").asText())
                .doesNotContain("6.6.6.6")
                .doesNotContain(",");
        assertThat(headers.path("X-Forwarded-Host").asText()).isEqualTo(ShippedEdge.SITE);
        assertThat(headers.path("X-Forwarded-Proto").asText()).isEqualTo("https");
        assertThat(headers.path("Host").asText()).isEqualTo(ShippedEdge.SITE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/identity/v1/me", "/api/matchmaking/v1/tickets/1", "/api/signaling/v1/rooms/1"})
    void whatTheApiAnswersKeepsItsEntityTag(String path) throws IOException {
        var answer = outside.get(path, Map.of("Accept-Encoding", Outside.ENCODINGS, "X-Long", "x".repeat(2_000)));

        assertThat(answer.headers()).containsEntry("ETag", Inside.TAG).doesNotContainKey("Content-Encoding");
        assertThat(answer.body().path("asked").asText()).isEqualTo(path);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/matchmaking/v1/events", "/api/signaling/v1/rooms/1/events"})
    void anEventArrivesWhileItsStreamGoesOn(String path) throws IOException {
        assertThat(outside.firstOf(path)).startsWith("id: 1\ndata: ");
    }

    @Test
    void aWebSocketGoesThroughBothWays() throws IOException {
        var path = "/api/signaling/v1/rooms/1/socket";

        assertThat(outside.echo(path, "hello")).isEqualTo(path + " hello");
    }

    @Test
    void whoNeverComesToTheEndOfAHandshakeOrARequestIsCut() throws Exception {
        var hello = new byte[] {0x16, 3, 1, 2, 0, 1, 0, 1, (byte) 0xfc};
        var head = ("GET / HTTP/1.1\r\nHost: " + ShippedEdge.SITE + "\r\n").getBytes(StandardCharsets.US_ASCII);
        try (var attackers = Executors.newVirtualThreadPerTaskExecutor()) {
            var atTheRouter = attackers.submit(() -> Outside.dribble(outside.plain(), hello));
            var atTheEdge = attackers.submit(() -> Outside.dribble(outside.secured(ShippedEdge.SITE), head));

            assertThat(atTheRouter.get()).isLessThan(CUT_WITHIN);
            assertThat(atTheEdge.get()).isLessThan(CUT_WITHIN);
        }
    }

    /** Whoever is let out through 443 only gets a relay, with the edge's certificate, also while that is renewed. */
    @Test
    @Order(Integer.MAX_VALUE)
    void theRelayIsBehindTheSamePortAndGetsEachNewCertificate() throws Exception {
        assertThat(relayed.getAddress().getHostAddress()).isEqualTo("8.8.4.4");

        await("a new certificate")
                .atMost(60, SECONDS)
                .ignoreExceptions()
                .until(() -> !serial().equals(firstCertificate));

        assertThat(early.permit(relayed)).isZero();
        assertThat(early.permit(new InetSocketAddress("10.0.0.1", 4_000))).isEqualTo(403);
        try (var next = relay()) {
            assertThat(next.allocate().getPort()).isPositive();
        }
    }

    private static RelayClient relay() throws Exception {
        var username = ShippedTurn.username();
        return new RelayClient(
                new Wire.Stream(outside.secured(ShippedEdge.TURN)), false, username, ShippedTurn.credential(username));
    }

    /** Names the certificate that the TURN server shows. */
    private static BigInteger serial() throws IOException {
        try (var socket = outside.secured(ShippedEdge.TURN)) {
            return ((X509Certificate) socket.getSession().getPeerCertificates()[0]).getSerialNumber();
        }
    }
}
