package dev.stoa.signaling.socket;

import dev.stoa.signaling.pass.Pass;
import dev.stoa.signaling.protocol.CloseReason;
import dev.stoa.signaling.protocol.LeaveReason;
import dev.stoa.signaling.protocol.Wire;
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

    /** Lets a page with a pass into its room. */
    Visit open(WebSocketConnection connection, Pass pass) {
        var socket = new Socket(connection, wire, meters, config.maxWaitingBytes(), this::closed);
        var peer = membership.join(pass, socket);
        open.put(socket, peer);
        if (!socket.isOpen()) {
            closed(socket);
        }
        return new Visit(socket, peer, new Budget(config, System.nanoTime()), relay, meters);
    }

    /** Closes those of which nothing was heard for too long, and cuts those that did not take part in closing. */
    void closeSilent() {
        var now = System.nanoTime();
        closing.forEach((socket, since) -> {
            if (now - since > CLOSING.toNanos() && closing.remove(socket, since)) {
                socket.cut();
            }
        });
        open.keySet().stream()
                .filter(socket -> socket.silentFor(now) > config.silence().toNanos())
                .forEach(socket -> socket.close(CloseReason.SILENT));
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
            membership.leave(peer, socket.isByPage() ? LeaveReason.LOST : departure(socket.reason()));
        }
    }

    private static LeaveReason departure(CloseReason reason) {
        return switch (reason) {
            case LEFT -> LeaveReason.LEFT;
            case REPLACED -> LeaveReason.REPLACED;
            case TOO_LARGE, BAD_MESSAGES, FLOOD, ROOM_ENDED, ROOM_FULL, PASS_REFUSED -> LeaveReason.REMOVED;
            case RESTARTING, UNAVAILABLE, SLOW_CONSUMER, SILENT -> LeaveReason.LOST;
        };
    }
}
