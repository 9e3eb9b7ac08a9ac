package dev.stoa.localstack.origin;

import static dev.stoa.localstack.origin.OpenOrigin.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.WebSocket;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** WebSockets through the origin. */
class TunnelTest {
    @TempDir
    private Path site;

    private OpenOrigin origin;

    @BeforeEach
    void open() throws Exception {
        origin = new OpenOrigin(site);
    }

    @AfterEach
    void close() {
        origin.close();
    }

    @Test
    void webSocketsPassThroughWithProtocolOriginAndCloseCode() {
        var heard = new Ear();
        var socket = connect(heard);

        socket.sendText("hello", true).join();
        await().atMost(SOON).until(() -> heard.texts.size() == 2);
        socket.sendText("close 4409", true).join();

        assertThat(socket.getSubprotocol()).isEqualTo("stoa.v1");
        assertThat(heard.texts.get(0))
                .endsWith(" saw http://localhost:" + origin.port() + " from localhost:" + origin.port());
        assertThat(heard.texts.get(1)).isEqualTo("hello");
        assertThat(heard.closed).succeedsWithin(SOON).isEqualTo(4409);
    }

    @Test
    void aRefusedWebSocketHandshakeKeepsItsStatusAndReason() throws Exception {
        var answer = upgrade("/api/signaling/v1/refused");

        assertThat(answer)
                .startsWith("HTTP/1.1 401")
                .contains("application/problem+json")
                .endsWith("no pass");
    }

    @Test
    void socketsAreSpreadOverTheInstancesThatAreUp() {
        var instances = new HashSet<String>();
        for (int number = 0; number < 6; number++) {
            var heard = new Ear();
            var socket = connect(heard);
            await().atMost(SOON).until(() -> !heard.texts.isEmpty());
            instances.add(heard.texts.getFirst().split(" ")[0]);
            socket.abort();
        }

        assertThat(instances).containsExactlyInAnyOrder("one", "two");
    }

    private WebSocket connect(Ear ear) {
        return origin.http()
                .newWebSocketBuilder()
                .header("Origin", origin.uri())
                .subprotocols("stoa.v1")
                .buildAsync(URI.create("ws://localhost:" + origin.port() + "/api/signaling/v1/socket"), ear)
                .join();
    }

    private String upgrade(String path) throws Exception {
        return origin.raw(("GET %s HTTP/1.1\r\nHost: localhost:%d\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
                        + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n")
                .formatted(path, origin.port()));
    }

    /** Hears whole text messages and the close code. */
    private static final class Ear implements WebSocket.Listener {
        private final List<String> texts = new CopyOnWriteArrayList<>();
        private final CompletableFuture<Integer> closed = new CompletableFuture<>();

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean last) {
            texts.add(text.toString());
            socket.request(1);
            return CompletableFuture.completedStage(null);
        }

        @Override
        public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
            closed.complete(code);
            return CompletableFuture.completedStage(null);
        }
    }
}
