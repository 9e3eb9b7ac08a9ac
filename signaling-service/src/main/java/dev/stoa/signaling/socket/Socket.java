package dev.stoa.signaling.socket;

import dev.stoa.signaling.protocol.CloseReason;
import dev.stoa.signaling.protocol.ServerMessage;
import dev.stoa.signaling.protocol.Wire;
import dev.stoa.signaling.room.Outlet;
import dev.stoa.signaling.watch.Meters;
import io.netty.channel.ChannelOption;
import io.quarkus.websockets.next.UserData;
import io.quarkus.websockets.next.WebSocketConnection;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.net.impl.ConnectionBase;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** One open socket: what waits to be read by its page, when that was last heard, and its end. For any thread. */
final class Socket implements Outlet {

    static final UserData.TypedKey<HttpConnection> CONNECTION = new UserData.TypedKey<>("connection");

    private final WebSocketConnection connection;
    private final Wire wire;
    private final Meters meters;
    private final int maxWaiting;
    private final Consumer<Socket> whenClosed;

    private final AtomicLong waiting = new AtomicLong();
    private final AtomicBoolean closed = new AtomicBoolean();
    private volatile CloseReason reason = CloseReason.LEFT;
    private volatile long heardAt = System.nanoTime();
    private volatile boolean byPage;

    Socket(WebSocketConnection connection, Wire wire, Meters meters, int maxWaiting, Consumer<Socket> whenClosed) {
        this.connection = connection;
        this.wire = wire;
        this.meters = meters;
        this.maxWaiting = maxWaiting;
        this.whenClosed = whenClosed;
    }

    @Override
    public void send(ServerMessage message) {
        deliver(wire.encode(message));
    }

    @Override
    public void deliver(String text) {
        if (closed.get()) {
            return;
        }
        if (waiting.addAndGet(text.length()) > maxWaiting) {
            meters.dropped("slow-consumer");
            close(CloseReason.SLOW_CONSUMER);
            return;
        }
        connection
                .sendText(text)
                .subscribe()
                .with(
                        sent -> waiting.addAndGet(-text.length()),
                        // The end of the connection is told elsewhere.
                        failure -> waiting.addAndGet(-text.length()));
    }

    @Override
    public void close(CloseReason why) {
        if (closed.compareAndSet(false, true)) {
            reason = why;
            meters.closed(why);
            whenClosed.accept(this);
            if (connection.isClosed()) {
                return;
            }
            connection
                    .close(new io.quarkus.websockets.next.CloseReason(why.code(), why.text()))
                    .subscribe()
                    .with(done -> {}, failure -> {});
        }
    }

    /** The page closed it, or the connection broke. */
    void closedByPage() {
        if (closed.compareAndSet(false, true)) {
            byPage = true;
            meters.closedByPage();
            whenClosed.accept(this);
        }
    }

    /** Cuts the connection below, if it still is there: a page that does not read never takes part in closing. */
    void cut() {
        var http = connection.userData().get(CONNECTION);
        if (http instanceof ConnectionBase below && below.channel().isActive()) {
            var channel = below.channel();
            // From the head of the pipeline: Vert.x would first write what waits, which is what does not work.
            channel.config().setOption(ChannelOption.SO_LINGER, 0);
            channel.pipeline().firstContext().close();
        }
    }

    /** Whether the service has not closed it and its page has not either. */
    boolean isOpen() {
        return !closed.get();
    }

    /** Whether its page ended it, or its network; else {@link #reason} says why the service did. */
    boolean isByPage() {
        return byPage;
    }

    CloseReason reason() {
        return reason;
    }

    /** Something came from the page. */
    void heard() {
        heardAt = System.nanoTime();
    }

    /** For how long nothing came from the page, in nanoseconds. */
    long silentFor(long now) {
        return now - heardAt;
    }
}
