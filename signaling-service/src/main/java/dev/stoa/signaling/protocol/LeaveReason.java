package dev.stoa.signaling.protocol;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** Why a peer is no longer in the room. */
public enum LeaveReason {
    /** It said so. */
    @JsonProperty("left")
    LEFT,
    /** Its socket, or the instance that held it, went away. */
    @JsonProperty("lost")
    LOST,
    /** The same participant came in again, for example by a reload. */
    @JsonProperty("replaced")
    REPLACED,
    /** It was taken out: the room ended, or it broke the rules. */
    @JsonProperty("removed")
    REMOVED;

    /** The word on the wire. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The reason of a word on the wire. */
    public static LeaveReason of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
