package dev.stoa.signaling.cluster;

import dev.stoa.signaling.protocol.PeerInfo;
import java.util.List;

/** How an attempt to enter a room ended. */
public sealed interface JoinOutcome {

    /** In the room: its epoch, the number of the own peer-joined, and the others. */
    record Joined(String epoch, long seq, List<PeerInfo> others) implements JoinOutcome {}

    /** Not let in. */
    enum Refused implements JoinOutcome {
        ENDED,
        PASS_USED,
        FULL
    }
}
