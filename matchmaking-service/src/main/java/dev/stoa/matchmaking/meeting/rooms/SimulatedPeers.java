package dev.stoa.matchmaking.meeting.rooms;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Peers of the sandbox, who come into rooms without a browser. */
@ApplicationScoped
public class SimulatedPeers {

    private final Rooms rooms;

    SimulatedPeers(Rooms rooms) {
        this.rooms = rooms;
    }

    /** One comes into a room: tells it as signaling tells it of real ones, so that it takes the same way from there. */
    public Uni<Void> joined(String room, String peer) {
        return rooms.tell(room, "joined", peer);
    }
}
