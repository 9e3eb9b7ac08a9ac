package dev.stoa.localstack.firefox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** The commands of WebDriver BiDi (W3C) over the WebSocket of a browser, each with its answer. */
final class Bidi implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long PATIENCE_S = 60;

    private final Map<Long, CompletableFuture<JsonNode>> pending = new ConcurrentHashMap<>();
    private final AtomicLong ids = new AtomicLong();
    private final HttpClient client = HttpClient.newHttpClient();
    private final WebSocket socket;

    Bidi(URI session) {
        socket = client.newWebSocketBuilder().buildAsync(session, new Answers()).join();
    }

    /** Sends a command and gives its result; fails with what the browser says of it. */
    JsonNode send(String method, Map<String, ?> params) {
        var id = ids.incrementAndGet();
        var answer = new CompletableFuture<JsonNode>();
        pending.put(id, answer);
        var text = JSON.valueToTree(Map.of("id", id, "method", method, "params", params));
        socket.sendText(text.toString(), true).join();
        return answer.orTimeout(PATIENCE_S, TimeUnit.SECONDS).join();
    }

    @Override
    public void close() {
        socket.abort();
        client.close();
    }

    private void hear(String text) {
        try {
            var message = JSON.readTree(text);
            var answer = pending.remove(message.path("id").asLong());
            if (answer == null) return;
            if (message.path("type").asText().equals("success")) answer.complete(message.get("result"));
            else answer.completeExceptionally(new IllegalStateException(text));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private final class Answers implements WebSocket.Listener {
        private final StringBuilder parts = new StringBuilder();

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
            parts.append(part);
            if (last) {
                hear(parts.toString());
                parts.setLength(0);
            }
            from.request(1);
            return null;
        }
    }
}
