package dev.stoa.matchmaking.meeting.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.stoa.matchmaking.meeting.availability.Availability;
import dev.stoa.matchmaking.meeting.match.Match;
import dev.stoa.matchmaking.meeting.match.Offer;
import dev.stoa.matchmaking.meeting.ticket.Ticket;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** All that is open for an account. */
@Schema(
        description = "All that is open for an account; null where nothing is.",
        requiredProperties = {"ticket", "availability", "offer", "match", "coolingUntil"})
record Standing(
        @Schema(nullable = true) @Nullable Ticket ticket,
        @Schema(nullable = true) @Nullable Availability availability,
        @Schema(nullable = true) @Nullable Offer offer,
        @Schema(nullable = true) @Nullable Match match,

        @Schema(
                nullable = true,
                description = "Until when the account, which has left others waiting, can neither become available nor"
                        + " resume a ticket.")
        @Nullable
        Instant coolingUntil,

        @Schema(
                description =
                        "The newest match of the last hour that the caller has not rated; left out when there is none.")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        Match toRate,

        @Schema(description = "When this was so, by the clock that all other times here are told by.")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        Instant at) {}
