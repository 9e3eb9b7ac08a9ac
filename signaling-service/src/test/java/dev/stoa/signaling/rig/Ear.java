package dev.stoa.signaling.rig;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.WebSocket;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Puts what a socket hears into an inbox. */
final class Ear implements WebSocket.Listener {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int BROKEN = 1006;

    private final StringBuilder text = new StringBuilder();
    private final Queue<JsonNode> inbox;
    private final CompletableFuture<Integer> closed;

    /** @param closed completes with the code with which the socket is closed; 1006 if it just breaks */
    Ear(Queue<JsonNode> inbox, CompletableFuture<Integer> closed) {
        this.inbox = inbox;
        this.closed = closed;
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        text.append(data);
        if (last) {
            try {
                inbox.add(JSON.readTree(text.toString()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            text.setLength(0);
        }
        from.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        closed.complete(code);
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        closed.complete(BROKEN);
    }
}
