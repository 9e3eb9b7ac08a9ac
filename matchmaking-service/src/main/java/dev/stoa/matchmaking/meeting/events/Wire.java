package dev.stoa.matchmaking.meeting.events;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.net.impl.ConnectionBase;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * The way to one reader: writes as fast as the reader takes, and cuts whoever takes too slowly. Everything here happens
 * on the event loop of the reader's connection.
 */
final class Wire {

    private static final int MOST_WAITING = 1_024;

    private final Vertx vertx;
    private final HttpServerResponse response;
    private final Runnable sever;
    private final Duration patience;
    private final Queue<Item> waiting = new ArrayDeque<>();
    private int most = MOST_WAITING;
    private @Nullable Long impatience;
    private Future<Void> ended = Future.failedFuture("not ended yet");

    /**
     * A way to the sender of this request.
     *
     * @param patience how long a reader may take nothing
     */
    Wire(Vertx vertx, HttpServerRequest request, Duration patience) {
        this.vertx = vertx;
        this.response = request.response();
        // Closing in the ordinary way waits for all that is written to be taken, which is what is not happening.
        this.sever = () ->
                ((ConnectionBase) request.connection()).channelHandlerContext().close();
        this.patience = patience;
    }

    /**
     * Starts the answer; from now on it can't become a problem any more.
     *
     * @param missed how many events follow at once, which then may wait beside those that are usually allowed to
     */
    void begin(int missed) {
        most = MOST_WAITING + missed;
        response.setChunked(true)
                .putHeader(HttpHeaders.CONTENT_TYPE, "text/event-stream")
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .putHeader("X-Accel-Buffering", "no")
                .drainHandler(ignored -> drain());
    }

    void send(Item item) {
        if (response.ended() || response.closed()) {
            return;
        }
        if (waiting.isEmpty() && !response.writeQueueFull()) {
            response.write(item.encode());
        } else if (waiting.size() < most) {
            waiting.add(item);
            losePatienceLater();
        } else {
            cut();
        }
    }

    private void drain() {
        if (impatience != null) {
            vertx.cancelTimer(impatience);
            impatience = null;
        }
        while (!waiting.isEmpty() && !response.writeQueueFull()) {
            response.write(waiting.remove().encode());
        }
        if (!waiting.isEmpty()) {
            losePatienceLater();
        }
    }

    private void losePatienceLater() {
        if (impatience == null) {
            impatience = vertx.setTimer(patience.toMillis(), ignored -> cut());
        }
    }

    /** Ends in an orderly way; the reader comes back with the last id it has seen. */
    void end() {
        if (!response.ended() && !response.closed()) {
            waiting.clear();
            ended = response.end();
        }
    }

    private void cut() {
        waiting.clear();
        // Once the end is out, the connection serves other requests, perhaps of other people.
        if (!ended.succeeded()) {
            sever.run();
        }
    }
}
