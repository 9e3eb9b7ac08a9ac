package dev.stoa.signaling;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import dev.stoa.signaling.rig.Door;
import dev.stoa.signaling.rig.Fleet;
import dev.stoa.signaling.rig.InstanceProcess;
import dev.stoa.signaling.rig.Ports;
import dev.stoa.signaling.rig.TestPeer;
import java.io.File;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The library of the web-ui, as Node runs it, over each transport at two real instances that are killed in turn. */
class PagesOwnClientIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final File WEB_UI = new File("../web-ui");
    private static final List<String> TRANSPORTS = List.of("socket", "events");
    private static final int MESSAGES = 300;
    private static final int PER_SECOND = 30;
    private static final List<String> PORTS = List.of(Integer.toString(Ports.free()), Integer.toString(Ports.free()));

    private static Fleet fleet;
    private static HttpServer passes;

    @BeforeAll
    static void start() throws IOException {
        fleet = new Fleet();
        passes = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        passes.createContext("/", exchange -> {
            var asked = JSON.readTree(exchange.getRequestBody());
            var pass = fleet.pass(
                    asked.path("room").textValue(), asked.path("peer").textValue());
            var answer = "{\"pass\":\"%s\"}".formatted(pass).getBytes(StandardCharsets.US_ASCII);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        passes.start();
    }

    @AfterAll
    static void stop() {
        passes.stop(0);
        fleet.close();
    }

    @Test
    void nothingIsLostWhileInstancesAreKilled() throws Exception {
        build();
        var instances = new InstanceProcess[] {instance("", 0), instance("", 1)};
        try {
            instances[0].awaitReady();
            instances[1].awaitReady();
            var probes = new LinkedHashMap<String, Process>();
            for (var transport : TRANSPORTS) {
                probes.put(transport, probe(transport));
            }
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> pages(instances[0]) + pages(instances[1]) >= 2 * TRANSPORTS.size());
            for (var round = 0; round < 2; round++) {
                instances[round].signal("KILL");
                instances[round] = instance("again-", round);
                instances[round].awaitReady();
            }

            for (var probe : probes.entrySet()) {
                expectWhole(probe.getKey(), result(probe.getValue()));
            }
        } finally {
            instances[0].close();
            instances[1].close();
        }
    }

    private static void expectWhole(String transport, JsonNode result) {
        assertEquals(2 * MESSAGES, result.path("sent").intValue(), result.toString());
        assertEquals(2 * MESSAGES, result.path("received").intValue(), result.toString());
        assertEquals(0, result.path("new_sessions").intValue(), result.toString());
        assertTrue(result.path("resumes").intValue() >= 1, result.toString());
        assertTrue(result.path("transports").path(transport).intValue() > 0, result.toString());
    }

    /** How many are on an instance now. */
    private static int pages(InstanceProcess instance) {
        return instance.ask("/q/metrics")
                .lines()
                .filter(line -> line.startsWith("stoa_signaling_sockets"))
                .mapToInt(line -> (int) Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }

    private static InstanceProcess instance(String name, int place) {
        return fleet.start("page-" + name + "-" + place, "QUARKUS_HTTP_PORT", PORTS.get(place));
    }

    /**
     * Makes the program of the library's sources, once for all probes. It gets no input of this process: npm makes
     * an inherited pipe non-blocking, and this process's own next read of it fails; the test runner speaks over it.
     */
    private static void build() throws Exception {
        var build = new ProcessBuilder(
                        "npx", "vite", "build", "--config", "signaling-probe/vite.config.ts", "--logLevel", "error")
                .directory(WEB_UI)
                .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        assertEquals(0, build.waitFor());
    }

    private static Process probe(String transport) throws IOException {
        return new ProcessBuilder(
                        "node",
                        "target/signaling-probe/main.js",
                        "--url",
                        "http://127.0.0.1:" + PORTS.get(0),
                        "--url",
                        "http://127.0.0.1:" + PORTS.get(1),
                        "--passes",
                        "http://127.0.0.1:" + passes.getAddress().getPort() + "/",
                        "--messages",
                        Integer.toString(MESSAGES),
                        "--rate",
                        Integer.toString(PER_SECOND),
                        "--origin",
                        TestPeer.ORIGIN,
                        "--room",
                        Door.newRoom(),
                        "--transport",
                        transport)
                .directory(WEB_UI)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static JsonNode result(Process probe) throws Exception {
        try {
            var line = new String(probe.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(probe.waitFor(90, TimeUnit.SECONDS), "the probe hangs");
            assertEquals(0, probe.exitValue(), line);
            return JSON.readTree(line);
        } finally {
            probe.destroyForcibly();
        }
    }
}
