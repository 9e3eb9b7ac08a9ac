package dev.stoa.matchmaking.meeting.ticket;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Why a ticket is over without a call. */
public enum TicketReason {
    /** The learner cancelled it. */
    @JsonProperty("by-learner")
    BY_LEARNER,
    /** Nobody could be found for longer than a ticket may wait. */
    @JsonProperty("waited-too-long")
    WAITED_TOO_LONG,
    /** It was paused for longer than a ticket may be. */
    @JsonProperty("paused-too-long")
    PAUSED_TOO_LONG,
    /** The learner did not come into the room. */
    @JsonProperty("no-show")
    NO_SHOW,
    /** An administrator took it back. */
    @JsonProperty("by-administrator")
    BY_ADMINISTRATOR
}
