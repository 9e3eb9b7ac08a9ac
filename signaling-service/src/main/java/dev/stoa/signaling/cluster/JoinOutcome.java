package dev.stoa.signaling.cluster;

import dev.stoa.signaling.protocol.PeerInfo;
import java.util.List;

/** How an attempt to enter a room, or to come back into it, ended. */
public sealed interface JoinOutcome {

    /** In the room: its epoch, the number of the own peer-joined, and the others. */
    record Joined(String epoch, long seq, List<Other> others) implements JoinOutcome {}

    /**
     * Back in the room.
     *
     * @param seq the number up to which {@code missed} goes
     * @param settled the number in its session of the page's last message that was settled
     * @param others who else is in
     * @param missed what was said since the page's last number, also what is not for it
     */
    record Resumed(long seq, long settled, List<Other> others, List<Entry> missed) implements JoinOutcome {}

    /** Somebody else in the room, and whether its page is away. */
    record Other(PeerInfo info, boolean away) {}

    /** Not let in. */
    enum Refused implements JoinOutcome {
        ENDED,
        REMOVED,
        PASS_USED,
        FULL,
        NOT_RESUMED
    }
}
