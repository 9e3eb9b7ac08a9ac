package dev.stoa.signaling.socket;

import dev.stoa.signaling.cluster.Change;
import dev.stoa.signaling.protocol.CloseReason;
import dev.stoa.signaling.protocol.Wire;
import dev.stoa.signaling.room.Arrival;
import dev.stoa.signaling.room.Membership;
import dev.stoa.signaling.room.Peer;
import dev.stoa.signaling.room.Relay;
import dev.stoa.signaling.watch.Meters;
import io.quarkus.websockets.next.WebSocketConnection;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The sockets that are open on this instance. */
@Singleton
final class Sockets {

    private static final Duration CLOSING = Duration.ofSeconds(3);

    private final Map<Socket, Peer> open = new ConcurrentHashMap<>();
    private final Map<Socket, Long> closing = new ConcurrentHashMap<>();
    private final SocketConfig config;
    private final Membership membership;
    private final Relay relay;
    private final Wire wire;
    private final Meters meters;

    Sockets(SocketConfig config, Membership membership, Relay relay, Wire wire, Meters meters) {
        this.config = config;
        this.membership = membership;
        this.relay = relay;
        this.wire = wire;
        this.meters = meters;
        meters.sockets(open::size);
    }

    /** Lets a page into its room. */
    Visit open(WebSocketConnection connection, Arrival arrival) {
        var socket = new Socket(connection, wire, meters, config.maxWaitingBytes(), this::closed);
        var peer = membership.enter(arrival, socket);
        open.put(socket, peer);
        if (!socket.isOpen()) {
            closed(socket);
        }
        return new Visit(socket, peer, new Budget(config, System.nanoTime()), relay, meters);
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
        });
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
