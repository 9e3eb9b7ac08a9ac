package dev.stoa.matchmaking.meeting.sandbox;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Who plays the learner of a ticket in the sandbox. */
public enum LearnerSide {
    /** Nobody: ready and in the room as the scenario says. */
    @JsonProperty("simulated")
    SIMULATED,
    /** Whoever follows the join link. */
    @JsonProperty("by-link")
    BY_LINK
}
