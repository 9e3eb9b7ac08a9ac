package dev.stoa.signaling.socket;

import dev.stoa.signaling.cluster.Change;
import dev.stoa.signaling.protocol.CloseReason;
import dev.stoa.signaling.protocol.Wire;
import dev.stoa.signaling.room.Arrival;
import dev.stoa.signaling.room.Membership;
import dev.stoa.signaling.room.Peer;
import dev.stoa.signaling.watch.Meters;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The open ways to pages on this instance. */
@Singleton
final class Sockets {

    private static final Duration CLOSING = Duration.ofSeconds(3);
    // Pages don't see pings: without a word they could not tell a quiet room from a dead connection.
    private static final Duration SAY_SOMETHING_EVERY = Duration.ofSeconds(10);

    private final Map<Socket, Peer> open = new ConcurrentHashMap<>();
    private final Map<Socket, Long> closing = new ConcurrentHashMap<>();
    private final SocketConfig config;
    private final Membership membership;
    private final Wire wire;
    private final Budgets budgets;
    private final Meters meters;

    Sockets(SocketConfig config, Membership membership, Wire wire, Budgets budgets, Meters meters) {
        this.config = config;
        this.membership = membership;
        this.wire = wire;
        this.budgets = budgets;
        this.meters = meters;
        meters.sockets(open::size);
    }

    /** A way that is open, and the peer whose it is. */
    record Opened(Socket socket, Peer peer) {}

    /** Lets a page into its room. */
    Opened open(Pipe pipe, Arrival arrival) {
        var socket = new Socket(pipe, wire, meters, config.maxWaitingBytes(), this::closed);
        var peer = membership.enter(arrival, socket);
        open.put(socket, peer);
        if (!socket.isOpen()) {
            closed(socket);
        }
        return new Opened(socket, peer);
    }

    /**
     * Tells the rooms who has fallen silent and who is heard again, closes those that were silent for too long, and cuts
     * those that did not take part in closing.
     */
    void watch() {
        var now = System.nanoTime();
        closing.forEach((socket, since) -> {
            if (now - since > CLOSING.toNanos() && closing.remove(socket, since)) {
                socket.cut();
            }
        });
        open.forEach((socket, peer) -> {
            var silence = socket.silentFor(now);
            if (silence > config.silence().toNanos()) {
                socket.close(CloseReason.SILENT);
            } else if (silence > config.quiet().toNanos()) {
                membership.silent(peer);
            } else if (peer.isAway()) {
                membership.heard(peer);
            }
            if (socket.idleFor(now) > SAY_SOMETHING_EVERY.toNanos()) {
                membership.reassure(peer);
            }
        });
        budgets.forget(now);
    }

    /** Closes all, because this process stops. */
    void closeAll() {
        open.keySet().forEach(socket -> socket.close(CloseReason.RESTARTING));
    }

    private void closed(Socket socket) {
        var peer = open.remove(socket);
        if (peer != null) {
            if (!socket.isByPage()) {
                closing.put(socket, System.nanoTime());
            }
            membership.leave(peer, socket.isByPage() ? Change.AWAY : change(socket.reason()));
        }
    }

    /** What becomes of the place of a socket that this service closed. */
    private static Change change(CloseReason reason) {
        return switch (reason) {
            case LEFT -> Change.LEFT;
            case REPLACED -> Change.REPLACED;
            case ROOM_ENDED -> Change.ENDED;
            case TOO_LARGE, BAD_MESSAGES, FLOOD, REMOVED, ROOM_FULL, PASS_REFUSED, NOT_RESUMED -> Change.REMOVED;
            case RESTARTING, UNAVAILABLE, SLOW_CONSUMER, SILENT -> Change.AWAY;
        };
    }
}
