package dev.stoa.signaling.cluster;

import dev.stoa.signaling.protocol.LeaveReason;
import java.util.Locale;

/** What became of a connection's place in a room, as the log says it. */
public enum Change {
    /** Its page said so. */
    LEFT,
    /** The window for coming back has ended. */
    LOST,
    /** The same participant came in anew. */
    REPLACED,
    /** Matchmaking took the participant out, or it broke the rules. */
    REMOVED,
    /** The room has ended. */
    ENDED,
    /** It broke or fell silent; its page may come back. */
    AWAY,
    /** Its page is closed, or is being reloaded. */
    CLOSING,
    /** It is heard again. */
    BACK,
    /** Its page gave a sign of life, perhaps to another instance. */
    HEARD,
    /** It counts no longer: its page came back with another one. */
    MOVED;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Change of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /** What the others are told of a departure. */
    LeaveReason reason() {
        return switch (this) {
            case LEFT -> LeaveReason.LEFT;
            case LOST -> LeaveReason.LOST;
            case REPLACED -> LeaveReason.REPLACED;
            case REMOVED, ENDED -> LeaveReason.REMOVED;
            case AWAY, CLOSING, BACK, HEARD, MOVED -> throw new IllegalArgumentException(this + " is no departure");
        };
    }
}
