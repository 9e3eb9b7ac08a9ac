package dev.stoa.signaling.cluster;

/**
 * One connection's place in one room.
 *
 * @param room the room's id
 * @param id the peer's id
 * @param connection a random word, another for every socket
 */
public record Member(String room, String id, String connection) {

    /** Whichever connection the peer has. */
    static final String ANY_CONNECTION = "*";
}
