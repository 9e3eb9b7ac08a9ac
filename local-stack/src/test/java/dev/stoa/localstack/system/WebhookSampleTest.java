package dev.stoa.localstack.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.stoa.localstack.process.Ports;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The sample that receives webhooks outlives whatever is sent to it. */
class WebhookSampleTest {
    private static final Duration SOON = Duration.ofSeconds(30);

    private final int port = Ports.free();
    private Process sample;

    @BeforeEach
    void start() throws IOException {
        var builder = new ProcessBuilder("node", "../samples/webhooks.mjs", String.valueOf(port)).inheritIO();
        builder.environment().put("STOA_WEBHOOK_SECRET", "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD9OQ0HXUq1mA=");
        sample = builder.start();
        await().atMost(SOON).ignoreExceptionsInstanceOf(IOException.class).until(() -> {
            new Socket("127.0.0.1", port).close();
            return true;
        });
    }

    @AfterEach
    void stop() {
        sample.destroy();
    }

    @Test
    void aCallThatIsCutOffEndsNothing() throws IOException {
        try (var socket = begin(100)) {
            socket.shutdownOutput();
            readAll(socket);
        }

        try (var socket = begin(0)) {
            assertThat(readAll(socket)).startsWith("HTTP/1.1 401");
        }
        assertThat(sample.isAlive()).isTrue();
    }

    /** Sends the head of a request, whose body is to follow. */
    private Socket begin(int length) throws IOException {
        var socket = new Socket("127.0.0.1", port);
        socket.setSoTimeout((int) SOON.toMillis());
        var head = "POST / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: %d\r\n\r\n"
                .formatted(length);
        socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    /** What comes until the connection ends, in whichever way. */
    private static String readAll(Socket socket) throws IOException {
        try {
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        } catch (SocketException reset) {
            return "";
        }
    }
}
