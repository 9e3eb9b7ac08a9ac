package dev.stoa.matchmaking.meeting.match;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Where a match is in its life. */
public enum MatchState {
    /** Accepted; both are on their way into the room. */
    @JsonProperty("matched")
    MATCHED,
    /** Both have come into the room. */
    @JsonProperty("in-call")
    IN_CALL,
    /** Over. */
    @JsonProperty("completed")
    COMPLETED
}
