package dev.stoa.matchmaking.meeting.availability;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What an expert is doing. */
public enum AvailabilityState {
    /** Waits for an offer. */
    @JsonProperty("available")
    AVAILABLE,
    /** Has an offer to answer. */
    @JsonProperty("offered")
    OFFERED,
    /** Is in a match; becomes available again when it ends. */
    @JsonProperty("in-call")
    IN_CALL,
    /** Wants no offers for the moment; the lease runs on. */
    @JsonProperty("do-not-disturb")
    DO_NOT_DISTURB,
    /** Is not available. */
    @JsonProperty("off")
    OFF
}
