package dev.stoa.localstack.bench.signaling;

import java.nio.ByteBuffer;
import java.util.Optional;

/** How clients of a contender come in and what they say. */
interface Dialect {
    /** What a side says in a negotiation. */
    enum Kind {
        OFFER,
        ANSWER,
        CANDIDATE
    }

    /**
     * What the request for the upgrade says.
     *
     * @param path with its query
     * @param protocols the subprotocols, with commas between; empty: none
     */
    record Upgrade(String path, String protocols) {}

    /** How a client comes in for the first time. */
    Upgrade enter(Seat seat);

    /** How a client that was cut off comes back without having missed anything; empty: only by entering anew. */
    default Optional<Upgrade> resume(Client cut) {
        return Optional.empty();
    }

    /** Something was said to the client that is not from its other side; called on the crowd's thread. */
    void hear(Client client, ByteBuffer text);

    /** What goes over the wire for a message. */
    Template message(Kind kind);

    /** What a client says before it goes; empty: nothing. */
    default String farewell() {
        return "";
    }
}
