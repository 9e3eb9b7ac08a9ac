package dev.stoa.localstack.bench.signaling;

/**
 * One side of a pair.
 *
 * @param room of the pair alone
 * @param peer its own id
 * @param other the id of the other side
 * @param first whether it is the side that offers
 * @param port of the instance that it connects to
 */
record Seat(String room, String peer, String other, boolean first, int port) {
    Seat at(int elsewhere) {
        return new Seat(room, peer, other, first, elsewhere);
    }
}
