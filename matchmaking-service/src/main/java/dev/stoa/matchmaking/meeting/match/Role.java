package dev.stoa.matchmaking.meeting.match;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a participant is in a match. */
public enum Role {
    /** Asked for help. */
    @JsonProperty("learner")
    LEARNER,
    /** Helps. */
    @JsonProperty("expert")
    EXPERT
}
