package dev.stoa.signaling.cluster;

import dev.stoa.signaling.protocol.PeerInfo;

/**
 * One connection's place in one room.
 *
 * @param room the room's id
 * @param connection a random word, another for every socket
 * @param info the peer as the others see it
 */
public record Member(String room, String connection, PeerInfo info) {

    /** The peer's id. */
    public String id() {
        return info.peer();
    }
}
