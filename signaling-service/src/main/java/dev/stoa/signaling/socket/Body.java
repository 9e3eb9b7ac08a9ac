package dev.stoa.signaling.socket;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;

/** The body of a request. */
final class Body {

    /** Bytes; whoever sends more than that is not answered. */
    private static final int MOST_DISCARDED = 1024 * 1024;

    private Body() {}

    /**
     * Reads all of it. Fails if it is longer than {@code most} bytes, but only once it has come: closing a connection that
     * holds unread bytes resets it, and the answer is lost with it.
     */
    static Future<Buffer> read(HttpServerRequest request, int most) {
        Promise<Buffer> read = Promise.promise();
        var body = new Reading(most);
        request.handler(bytes -> {
            if (!body.take(bytes)) {
                request.connection().close();
            }
        });
        request.endHandler(end -> {
            if (body.isTooLong()) {
                read.fail("too long");
            } else {
                read.complete(body.bytes);
            }
        });
        request.resume();
        return read.future();
    }

    private static final class Reading {

        private final int most;
        private final Buffer bytes = Buffer.buffer();
        private long length;

        Reading(int most) {
            this.most = most;
        }

        boolean take(Buffer more) {
            length += more.length();
            if (!isTooLong()) {
                bytes.appendBuffer(more);
            }
            return length <= MOST_DISCARDED;
        }

        boolean isTooLong() {
            return length > most;
        }
    }
}
