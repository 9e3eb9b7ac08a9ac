package dev.stoa.signaling.room;

import dev.stoa.signaling.cluster.Absences;
import dev.stoa.signaling.cluster.Change;
import dev.stoa.signaling.cluster.CommandTail;
import dev.stoa.signaling.cluster.Member;
import dev.stoa.signaling.cluster.RoomCommand;
import dev.stoa.signaling.cluster.Secrets;
import dev.stoa.signaling.protocol.CloseReason;
import dev.stoa.signaling.protocol.ServerMessage;
import dev.stoa.signaling.redis.Loop;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Coming in, being silent and going out. May be called from any thread. */
@Singleton
public final class Membership {

    private static final int CONNECTION_LENGTH = 12;

    private final Loop loop;
    private final Rooms rooms;
    private final Absences absences;
    private final Arrivals arrivals;
    private final Departures departures;

    Membership(Loop loop, Rooms rooms, Absences absences, Arrivals arrivals, Departures departures) {
        this.loop = loop;
        this.rooms = rooms;
        this.absences = absences;
        this.arrivals = arrivals;
        this.departures = departures;
    }

    void start(@Observes StartupEvent event, CommandTail commands) {
        commands.follow(this::obey);
    }

    /** Brings a page into its room; the outlet gets the first message, or is closed. */
    public Peer enter(Arrival arrival, Outlet outlet) {
        var member = new Member(arrival.room(), arrival.peer(), Secrets.base62(CONNECTION_LENGTH));
        var peer = new Peer(member, outlet);
        loop.execute(() -> arrivals.enter(arrival, peer));
        return peer;
    }

    /** Nothing was heard of the page for a moment. Harmless if that is known. */
    public void silent(Peer peer) {
        loop.execute(() -> {
            if (peer.isPresent() && !peer.isAway() && peer.beginTelling()) {
                absences.away(peer.member()).onComplete(told -> peer.endTelling());
            }
        });
    }

    /** A page that counts as away was heard. */
    public void heard(Peer peer) {
        loop.execute(() -> {
            if (peer.isPresent() && peer.isAway()) {
                absences.back(peer.member());
            }
        });
    }

    /** Says again what is settled, so that the page sees that its connection works. */
    public void reassure(Peer peer) {
        loop.execute(() -> {
            if (peer.isPresent()) {
                peer.outlet().send(new ServerMessage.Ack(peer.acknowledge()));
            }
        });
    }

    /** The connection is no longer there. Harmless if it was known. */
    public void leave(Peer peer, Change change) {
        loop.execute(() -> {
            var wasIn = peer.isPresent();
            if (peer.leave()) {
                // An arrival that is still under way takes itself back when it is answered.
                if (wasIn) {
                    departures.add(peer.member(), change);
                }
                rooms.remove(peer);
            }
        });
    }

    /** Whether the others know of everybody whose connection is gone. */
    public boolean isSettled() {
        return departures.areTold();
    }

    private void obey(RoomCommand command) {
        switch (command) {
            case RoomCommand.End(var id) -> {
                var room = rooms.find(id);
                if (room != null) {
                    room.peers().forEach(peer -> peer.outlet().close(CloseReason.ROOM_ENDED));
                }
                absences.end(id);
            }
            case RoomCommand.Remove(var id, var peer) -> absences.remove(id, peer, Change.REMOVED);
        }
    }
}
