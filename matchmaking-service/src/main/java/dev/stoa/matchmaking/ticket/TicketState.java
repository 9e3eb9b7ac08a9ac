package dev.stoa.matchmaking.ticket;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Where a ticket is in its life. */
public enum TicketState {
    /** It waits at its place. */
    @JsonProperty("queued")
    QUEUED,
    /** An expert is being asked; it keeps its place. */
    @JsonProperty("offered")
    OFFERED,
    /** An expert has accepted; both are on their way into the room. */
    @JsonProperty("matched")
    MATCHED,
    /** Both have come into the room. */
    @JsonProperty("in-call")
    IN_CALL,
    /** The match is over. */
    @JsonProperty("completed")
    COMPLETED,
    /** The learner took it back. */
    @JsonProperty("cancelled")
    CANCELLED,
    /** It has waited for too long. */
    @JsonProperty("expired")
    EXPIRED
}
