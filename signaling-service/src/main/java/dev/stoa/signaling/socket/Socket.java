package dev.stoa.signaling.socket;

import dev.stoa.signaling.protocol.CloseReason;
import dev.stoa.signaling.protocol.ServerMessage;
import dev.stoa.signaling.protocol.Wire;
import dev.stoa.signaling.room.Outlet;
import dev.stoa.signaling.watch.Meters;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** One open way to a page: what waits to be read there, when the page was last heard, and its end. For any thread. */
final class Socket implements Outlet {

    private final Pipe pipe;
    private final Wire wire;
    private final Meters meters;
    private final int maxWaiting;
    private final Consumer<Socket> whenClosed;

    private final AtomicLong waiting = new AtomicLong();
    private final AtomicBoolean closed = new AtomicBoolean();
    private volatile CloseReason reason = CloseReason.LEFT;
    private volatile long heardAt = System.nanoTime();
    private volatile long refreshedAt = System.nanoTime();
    private volatile long sentAt = System.nanoTime();
    private volatile boolean byPage;

    Socket(Pipe pipe, Wire wire, Meters meters, int maxWaiting, Consumer<Socket> whenClosed) {
        this.pipe = pipe;
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
        sentAt = System.nanoTime();
        // If it fails, the end of the connection is told elsewhere.
        pipe.write(text).onComplete(done -> waiting.addAndGet(-text.length()));
    }

    @Override
    public void close(CloseReason why) {
        if (closed.compareAndSet(false, true)) {
            reason = why;
            meters.closed(why);
            whenClosed.accept(this);
            pipe.close(why);
        }
    }

    /** The connection broke, or the page closed it without a word. */
    void closedByPage() {
        closedByPage(CloseReason.SILENT);
    }

    /** The page closed it: {@code why} has the same consequences as if the service had closed it so. */
    void closedByPage(CloseReason why) {
        if (closed.compareAndSet(false, true)) {
            reason = why;
            byPage = true;
            meters.closedByPage();
            whenClosed.accept(this);
        }
    }

    /** Breaks the connection below. */
    void cut() {
        pipe.cut();
    }

    /** Whether the service has not closed it and its page has not either. */
    boolean isOpen() {
        return !closed.get();
    }

    /** Whether its page ended it, or its network, and not the service. */
    boolean isByPage() {
        return byPage;
    }

    CloseReason reason() {
        return reason;
    }

    @Override
    public void heard() {
        heardAt = System.nanoTime();
    }

    /** For how long nothing was sent to the page, in nanoseconds. */
    long idleFor(long now) {
        return now - sentAt;
    }

    /** Whether that many nanoseconds have passed since the socket was opened, or since this was last true. */
    boolean isDue(long now, long every) {
        if (now - refreshedAt < every) {
            return false;
        }
        refreshedAt = now;
        return true;
    }

    /** For how long nothing came from the page, in nanoseconds. */
    long silentFor(long now) {
        return now - heardAt;
    }
}
