package dev.stoa.identity;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** A request has 2 s here until it is there whole; who sends a byte of it now and then (Slowloris) is cut. */
@QuarkusTest
class SlowRequestTest {

    private static final Duration AT_LEAST = Duration.ofMillis(1_500);
    /** What is promised of whoever is slow, whatever else the machine has to do. */
    private static final Duration AT_MOST = Duration.ofSeconds(10);

    private static final int PAUSE_MS = 100;

    private static final String WHOLE = "GET /api/identity/v1/nothing HTTP/1.1\r\nHost: localhost\r\n\r\n";
    private static final String HEAD = "GET /api/identity/v1/fields HTTP/1.1\r\nHost: localhost\r\nX-Slow: ";
    private static final String BODY = "PUT /api/identity/v1/me HTTP/1.1\r\nHost: localhost\r\n"
            + "Content-Type: application/json\r\nContent-Length: 1000\r\n\r\n";

    /** What goes on byte by byte then: a head, a body, and a head after a whole request. */
    private static final List<String> BEGINNINGS = List.of(HEAD, BODY, WHOLE + HEAD);

    @Test
    void whatComesByteByByteIsCutAndOthersGoOn() throws Exception {
        assertCut();

        RestAssured.get("/api/identity/v1/fields?q=software").then().statusCode(200);
    }

    private static void assertCut() throws Exception {
        Map<String, Future<Duration>> lasted = new LinkedHashMap<>();
        try (var attackers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (String beginning : BEGINNINGS) {
                lasted.put(beginning, attackers.submit(() -> untilCut(beginning)));
            }
        }
        for (Map.Entry<String, Future<Duration>> each : lasted.entrySet()) {
            Duration took = each.getValue().get();
            assertTrue(took.compareTo(AT_LEAST) > 0 && took.compareTo(AT_MOST) < 0, took + " of " + each.getKey());
        }
    }

    private static Duration untilCut(String beginning) throws IOException {
        long since = System.nanoTime();
        try (Socket socket = new Socket("127.0.0.1", RestAssured.port)) {
            socket.setSoTimeout(PAUSE_MS);
            socket.getOutputStream().write(beginning.getBytes(StandardCharsets.US_ASCII));
            while (System.nanoTime() - since < AT_MOST.toNanos() && !isEnded(socket.getInputStream())) {
                socket.getOutputStream().write('a');
            }
        } catch (IOException reset) {
            // That is an end, too.
        }
        return Duration.ofNanos(System.nanoTime() - since);
    }

    /** Waits a moment for the end. What is answered to a first request counts for nothing. */
    private static boolean isEnded(InputStream answer) throws IOException {
        try {
            return answer.read(new byte[4_096]) < 0;
        } catch (SocketTimeoutException goesOn) {
            return false;
        }
    }
}
