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
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The open ways to pages on this instance. For any thread. */
@Singleton
final class Sockets {

    private static final Duration CLOSING = Duration.ofSeconds(3);

    private final Map<Socket, Opened> open = new ConcurrentHashMap<>();
    private final Map<Socket, Long> closing = new ConcurrentHashMap<>();
    private final SocketConfig config;
    private final Membership membership;
    private final Wire wire;
    private final Addresses addresses;
    private final Meters meters;

    Sockets(SocketConfig config, Membership membership, Wire wire, Addresses addresses, Meters meters) {
        this.config = config;
        this.membership = membership;
        this.wire = wire;
        this.addresses = addresses;
        this.meters = meters;
        meters.sockets(open::size);
    }

    /** A way that is open, the peer whose it is, and the network address that it comes from. */
    record Opened(Socket socket, Peer peer, String address) {}

    /** Lets a page into its room. */
    Opened open(Pipe pipe, Arrival arrival, String address) {
        var socket = new Socket(pipe, wire, meters, config.maxWaitingBytes(), this::closed);
        var opened = new Opened(socket, membership.enter(arrival, socket), address);
        addresses.opened(address, System.nanoTime());
        open.put(socket, opened);
        if (!socket.isOpen()) {
            closed(socket);
        }
        return opened;
    }

    /** All that are open. */
    Iterable<Opened> all() {
        return open.values();
    }

    int count() {
        return open.size();
    }

    /** All that are open, in an order that nobody can foresee. */
    List<Socket> shuffled() {
        var sockets = new ArrayList<>(open.keySet());
        Collections.shuffle(sockets);
        return sockets;
    }

    /** Cuts those that did not take part in closing. */
    void cutUnclosed(long now) {
        closing.forEach((socket, since) -> {
            if (now - since > CLOSING.toNanos() && closing.remove(socket, since)) {
                socket.cut();
            }
        });
    }

    private void closed(Socket socket) {
        var opened = open.remove(socket);
        if (opened != null) {
            addresses.closed(opened.address());
            if (!socket.isByPage()) {
                closing.put(socket, System.nanoTime());
            }
            membership.leave(opened.peer(), change(socket.reason()));
        }
    }

    /** What becomes of the place of a socket that was closed so. */
    private static Change change(CloseReason reason) {
        return switch (reason) {
            case LEFT -> Change.LEFT;
            case CLOSING -> Change.CLOSING;
            case REPLACED -> Change.REPLACED;
            case ROOM_ENDED -> Change.ENDED;
            case NOT_UTF8, TOO_LARGE, BAD_MESSAGES, FLOOD, REMOVED, ROOM_FULL, PASS_REFUSED, NOT_RESUMED ->
                Change.REMOVED;
            case RESTARTING, UNAVAILABLE, SLOW_CONSUMER, SILENT -> Change.AWAY;
        };
    }
}
