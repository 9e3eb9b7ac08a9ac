package dev.stoa.signaling.socket;

import dev.stoa.signaling.protocol.CloseReason;
import io.vertx.core.Future;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;

/** A stream of server-sent events (WHATWG HTML, 9.2). */
final class EventStreamPipe implements Pipe {

    private final HttpServerRequest request;
    private volatile Future<Void> ended = Future.failedFuture("not ended yet");

    EventStreamPipe(HttpServerRequest request) {
        this.request = request;
        request.response()
                .setChunked(true)
                .putHeader("Content-Type", "text/event-stream")
                .putHeader("Cache-Control", "no-store")
                .putHeader("X-Content-Type-Options", "nosniff")
                // Some proxies hold a stream back until much of it has come.
                .putHeader("X-Accel-Buffering", "no");
    }

    @Override
    public Future<Void> write(String text) {
        // JSON as it is written here has no line breaks.
        return request.response().write("data: " + text + "\n\n");
    }

    /** Asks the page for a sign of life. */
    Future<Void> ping() {
        return request.response().write("event: ping\ndata: {}\n\n");
    }

    @Override
    public void close(CloseReason reason) {
        var why = new JsonObject().put("code", reason.code()).put("reason", reason.word());
        ended = request.response().end("event: close\ndata: " + why.encode() + "\n\n");
    }

    @Override
    public void cut() {
        // Once the end is out, the connection serves other requests, perhaps of other pages.
        if (!ended.succeeded()) {
            Channels.cut(request.connection());
        }
    }
}
