package dev.stoa.signaling.socket;

import dev.stoa.signaling.protocol.CloseReason;
import io.vertx.core.Future;

/** What carries messages to one page. */
interface Pipe {

    /** Writes one message; completes when it has left this process. */
    Future<Void> write(String text);

    /** Says why, and ends. */
    void close(CloseReason reason);

    /**
     * Breaks the connection below, if it still is there and carries nothing else: a page that does not read never takes part in
     * closing.
     */
    void cut();
}
