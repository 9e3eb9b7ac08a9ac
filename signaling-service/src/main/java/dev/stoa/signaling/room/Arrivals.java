package dev.stoa.signaling.room;

import dev.stoa.signaling.cluster.Attendance;
import dev.stoa.signaling.cluster.Change;
import dev.stoa.signaling.cluster.JoinOutcome;
import dev.stoa.signaling.cluster.Newcomer;
import dev.stoa.signaling.cluster.PassUse;
import dev.stoa.signaling.cluster.Session;
import dev.stoa.signaling.pass.Pass;
import dev.stoa.signaling.protocol.CloseReason;
import dev.stoa.signaling.redis.Unavailable;
import dev.stoa.signaling.watch.Meters;
import io.vertx.core.AsyncResult;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** From the door into the room, as a new page or as one that comes back. Lives on the loop. */
@Singleton
final class Arrivals {

    // A pass is remembered for longer than it can be used, whatever the clocks say.
    private static final Duration PASS_MARGIN = Duration.ofSeconds(30);

    private final Rooms rooms;
    private final Attendance attendance;
    private final FirstWords firstWords;
    private final Departures departures;
    private final Meters meters;

    Arrivals(Rooms rooms, Attendance attendance, FirstWords firstWords, Departures departures, Meters meters) {
        this.rooms = rooms;
        this.attendance = attendance;
        this.firstWords = firstWords;
        this.departures = departures;
        this.meters = meters;
    }

    void enter(Arrival arrival, Peer peer) {
        var room = rooms.open(arrival.room());
        room.add(peer);
        switch (arrival) {
            case Arrival.Fresh(var pass) -> join(room, peer, pass);
            case Arrival.Back back -> resume(room, peer, back);
        }
    }

    private void join(Room room, Peer peer, Pass pass) {
        var session = Session.fresh(pass.room(), pass.peer().peer());
        var newcomer = new Newcomer(peer.member(), pass.peer(), pass.rights(), session);
        var keptFor = Duration.between(Instant.now(), pass.expiresAt()).plus(PASS_MARGIN);
        room.prepared()
                .compose(prepared -> attendance.join(newcomer, new PassUse(pass.id(), pass.nonce(), keptFor)))
                .onComplete(done -> {
                    if (done.succeeded() && done.result() instanceof JoinOutcome.Joined joined) {
                        meters.joined();
                        rooms.entered(room, joined.epoch(), joined.seq());
                        if (!peer.enter(joined.seq(), firstWords.welcome(session, joined), List.of())) {
                            departures.add(peer.member(), Change.LOST);
                        }
                    } else {
                        turnAway(room, peer, done);
                    }
                });
    }

    private void resume(Room room, Peer peer, Arrival.Back back) {
        room.prepared()
                .compose(prepared -> attendance.resume(peer.member(), back.session(), back.epoch(), back.last()))
                .onComplete(done -> {
                    if (done.succeeded() && done.result() instanceof JoinOutcome.Resumed resumed) {
                        meters.resumed("resumed");
                        rooms.entered(room, back.epoch(), resumed.seq());
                        peer.settle(resumed.settled());
                        peer.acknowledge();
                        if (!peer.enter(
                                resumed.seq(), firstWords.resumed(peer.member().id(), resumed), resumed.missed())) {
                            departures.add(peer.member(), Change.AWAY);
                        }
                    } else {
                        meters.resumed(done.succeeded() ? "refused" : "unavailable");
                        turnAway(room, peer, done);
                    }
                });
    }

    private void turnAway(Room room, Peer peer, AsyncResult<JoinOutcome> done) {
        peer.leave();
        if (done.succeeded() && done.result() instanceof JoinOutcome.Refused refused) {
            peer.outlet()
                    .close(
                            switch (refused) {
                                case ENDED -> CloseReason.ROOM_ENDED;
                                case REMOVED -> CloseReason.REMOVED;
                                case PASS_USED -> CloseReason.PASS_REFUSED;
                                case FULL -> CloseReason.ROOM_FULL;
                                case NOT_RESUMED -> CloseReason.NOT_RESUMED;
                            });
        } else {
            peer.outlet().close(CloseReason.UNAVAILABLE);
            if (room.prepared().succeeded() && mayBeDone(done.cause())) {
                departures.add(peer.member(), Change.AWAY);
            }
        }
        rooms.remove(peer);
    }

    private static boolean mayBeDone(Throwable failure) {
        return !(failure instanceof Unavailable unavailable) || unavailable.wasSent();
    }
}
