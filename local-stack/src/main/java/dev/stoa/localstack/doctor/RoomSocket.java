package dev.stoa.localstack.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A page's socket in a room. */
final class RoomSocket implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final BlockingQueue<JsonNode> messages = new LinkedBlockingQueue<>();
    private final WebSocket socket;
    private final JsonNode first;

    private RoomSocket(Web web, URI site, URI address, String right) {
        try {
            socket = web.client()
                    .newWebSocketBuilder()
                    .connectTimeout(PATIENCE)
                    .header("Origin", site.toString())
                    .subprotocols("stoa.v1", right)
                    .buildAsync(address, new Listener())
                    .join();
        } catch (CompletionException e) {
            throw new Sickness("%s lets no WebSocket through: %s", address, reason(e));
        }
        first = next();
    }

    /** Comes into the room that a pass is for. */
    static RoomSocket join(Web web, URI site, JsonNode pass) {
        return new RoomSocket(
                web,
                site,
                address(site, pass.path("socketPath").asText()),
                "stoa.pass." + pass.path("pass").asText());
    }

    /** Comes back into the place of one whose connection broke. */
    RoomSocket resume(Web web, URI site, String path, long seq) {
        var right = "stoa.resume.%s.%d.%s"
                .formatted(
                        first.path("epoch").asText(), seq, first.path("session").asText());
        return new RoomSocket(web, site, address(site, path), right);
    }

    /** The first message: {@code welcome}, or {@code resumed}. */
    JsonNode first() {
        return first;
    }

    String instance() {
        return first.path("instance").asText();
    }

    void send(Object message) {
        socket.sendText(Json.write(message), true).join();
    }

    /** The next message of this type; others are thrown away. */
    JsonNode await(String type) {
        for (; ; ) {
            var message = next();
            if (message.path("type").asText().equals(type)) return message;
        }
    }

    private JsonNode next() {
        try {
            var message = messages.poll(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            if (message == null) throw new Sickness("The signaling socket is silent for %d s.", PATIENCE.toSeconds());
            if (message.has("closed")) throw new Sickness("The signaling socket was closed: %s", message);
            return message;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Sickness("interrupted");
        }
    }

    /** Breaks the connection without a word, as a network does. */
    void drop() {
        socket.abort();
    }

    @Override
    public void close() {
        socket.sendClose(WebSocket.NORMAL_CLOSURE, "")
                .orTimeout(2, TimeUnit.SECONDS)
                .handle((sent, failure) -> sent)
                .join();
        socket.abort();
    }

    private static URI address(URI site, String path) {
        return URI.create((site.getScheme().equals("https") ? "wss" : "ws") + "://" + site.getRawAuthority() + path);
    }

    private static String reason(CompletionException failure) {
        if (!(failure.getCause() instanceof WebSocketHandshakeException refused))
            return String.valueOf(failure.getCause());
        var status = refused.getResponse().statusCode();
        return switch (status) {
            case 403 -> "403, the origin is not allowed. STOA_ALLOWED_ORIGINS has to name it exactly.";
            case 401 ->
                "401, the pass is not accepted. Do the services' clocks agree, and does signaling reach"
                        + " STOA_PASS_JWKS_URL?";
            case 503 -> "503, the instance has no keys, or is stopping. Does signaling reach STOA_PASS_JWKS_URL?";
            default -> status + ". Does the edge pass on the headers Upgrade and Connection?";
        };
    }

    private final class Listener implements WebSocket.Listener {
        private final StringBuilder text = new StringBuilder();

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
            text.append(part);
            if (last) {
                messages.add(Json.read(text.toString()));
                text.setLength(0);
            }
            from.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
            messages.add(Json.read(Json.write(Map.of("closed", code, "reason", reason))));
            return null;
        }

        @Override
        public void onError(WebSocket from, Throwable failure) {
            messages.add(Json.read(Json.write(Map.of("closed", 1006, "reason", String.valueOf(failure)))));
        }
    }
}
