package dev.stoa.signaling.socket;

import dev.stoa.signaling.ice.IceServers;
import dev.stoa.signaling.protocol.CloseReason;
import dev.stoa.signaling.protocol.ServerMessage;
import dev.stoa.signaling.redis.Loop;
import dev.stoa.signaling.room.Membership;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Looks after the open sockets twice a second: who is silent, who hears nothing, whose credentials grow old. */
@Singleton
final class SocketWatch {

    private static final Duration EVERY = Duration.ofMillis(500);
    // Pages don't see pings: without a word they could not tell a quiet room from a dead connection.
    private static final Duration SAY_SOMETHING_EVERY = Duration.ofSeconds(10);

    private final Sockets sockets;
    private final Membership membership;
    private final IceServers iceServers;
    private final SocketConfig config;

    SocketWatch(Sockets sockets, Membership membership, IceServers iceServers, SocketConfig config) {
        this.sockets = sockets;
        this.membership = membership;
        this.iceServers = iceServers;
        this.config = config;
    }

    void start(@Observes StartupEvent event, Loop loop, Budgets budgets, Addresses addresses, Posters posters) {
        loop.every(EVERY, () -> {
            var now = System.nanoTime();
            sockets.cutUnclosed(now);
            sockets.all().forEach(opened -> look(opened, now));
            budgets.forget(now);
            addresses.forget(now);
            posters.forget(now);
        });
    }

    private void look(Sockets.Opened opened, long now) {
        var socket = opened.socket();
        var peer = opened.peer();
        var silence = socket.silentFor(now);
        if (silence > config.silence().toNanos()) {
            socket.close(CloseReason.SILENT);
        } else if (silence > config.quiet().toNanos()) {
            membership.silent(peer);
        } else if (peer.isAway()) {
            membership.heard(peer);
        }
        if (iceServers.expires() && socket.isDue(now, iceServers.refreshEvery().toNanos())) {
            socket.send(new ServerMessage.IceServers(iceServers.of(peer.id())));
        } else if (socket.idleFor(now) > SAY_SOMETHING_EVERY.toNanos()) {
            membership.reassure(peer);
        }
    }
}
