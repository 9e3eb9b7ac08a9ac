package dev.stoa.matchmaking.ticket;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Where a ticket is in its life. */
public enum TicketState {
    /** It waits at its place. */
    @JsonProperty("queued")
    QUEUED,
    /** The ready check: an expert and the learner are being asked; it keeps its place. */
    @JsonProperty("offered")
    OFFERED,
    /** It is offered to nobody until its learner resumes it; it keeps its place. */
    @JsonProperty("paused")
    PAUSED,
    /** Both have said yes; both are on their way into the room. */
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
