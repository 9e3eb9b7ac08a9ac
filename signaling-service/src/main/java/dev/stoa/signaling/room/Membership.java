package dev.stoa.signaling.room;

import dev.stoa.signaling.cluster.CommandTail;
import dev.stoa.signaling.cluster.JoinOutcome;
import dev.stoa.signaling.cluster.Member;
import dev.stoa.signaling.cluster.PassUse;
import dev.stoa.signaling.cluster.RoomLog;
import dev.stoa.signaling.cluster.Secrets;
import dev.stoa.signaling.pass.Pass;
import dev.stoa.signaling.protocol.CloseReason;
import dev.stoa.signaling.protocol.LeaveReason;
import dev.stoa.signaling.redis.Loop;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;

/** Coming in and going out. May be called from any thread. */
@Singleton
public final class Membership {

    private static final int CONNECTION_LENGTH = 12;
    // A pass is remembered for longer than it can be used, whatever the clocks say.
    private static final Duration PASS_MARGIN = Duration.ofSeconds(30);

    private final Loop loop;
    private final Rooms rooms;
    private final RoomLog log;
    private final Welcomes welcomes;
    private final Departures departures;

    Membership(Loop loop, Rooms rooms, RoomLog log, Welcomes welcomes, Departures departures) {
        this.loop = loop;
        this.rooms = rooms;
        this.log = log;
        this.welcomes = welcomes;
        this.departures = departures;
    }

    void start(@Observes StartupEvent event, CommandTail commands) {
        commands.follow(this::end);
    }

    /** Brings a page into the room of its pass; the outlet gets the welcome, or is closed. */
    public Peer join(Pass pass, Outlet outlet) {
        var member = new Member(pass.room(), Secrets.base62(CONNECTION_LENGTH), pass.peer());
        var peer = new Peer(member, pass.can(), outlet);
        loop.execute(() -> enter(peer, pass));
        return peer;
    }

    /** The page is no longer there. Harmless if it was known. */
    public void leave(Peer peer, LeaveReason reason) {
        loop.execute(() -> {
            var joined = peer.isPresent();
            if (peer.leave()) {
                remove(peer);
                // A join that is still under way takes itself back when it is answered.
                if (joined) {
                    departures.add(peer.member(), reason);
                }
            }
        });
    }

    /** Whether the shared log knows of everybody who left. */
    public boolean isSettled() {
        return departures.areTold();
    }

    private void enter(Peer peer, Pass pass) {
        var room = rooms.open(peer.member().room());
        room.add(peer);
        var keptFor = Duration.between(Instant.now(), pass.expiresAt()).plus(PASS_MARGIN);
        room.subscribed()
                .compose(heard -> log.join(peer.member(), new PassUse(pass.id(), pass.nonce(), keptFor)))
                .onSuccess(outcome -> settle(room, peer, outcome))
                .onFailure(failure -> {
                    refuse(peer, CloseReason.UNAVAILABLE);
                    // Nobody can tell whether the join was done.
                    departures.add(peer.member(), LeaveReason.LOST);
                });
    }

    private void settle(Room room, Peer peer, JoinOutcome outcome) {
        switch (outcome) {
            case JoinOutcome.Joined joined -> {
                rooms.joined(room, joined.epoch(), joined.seq());
                if (!peer.welcome(joined.seq(), welcomes.text(peer.member().id(), joined))) {
                    departures.add(peer.member(), LeaveReason.LOST);
                }
            }
            case JoinOutcome.Refused refused ->
                refuse(
                        peer,
                        switch (refused) {
                            case ENDED -> CloseReason.ROOM_ENDED;
                            case PASS_USED -> CloseReason.PASS_REFUSED;
                            case FULL -> CloseReason.ROOM_FULL;
                        });
        }
    }

    private void refuse(Peer peer, CloseReason reason) {
        peer.leave();
        remove(peer);
        peer.outlet().close(reason);
    }

    private void remove(Peer peer) {
        var room = rooms.find(peer.member().room());
        if (room != null) {
            room.remove(peer);
            rooms.closeIfEmpty(room);
        }
    }

    private void end(String id) {
        var room = rooms.find(id);
        if (room != null) {
            room.peers().forEach(peer -> peer.outlet().close(CloseReason.ROOM_ENDED));
        }
    }
}
