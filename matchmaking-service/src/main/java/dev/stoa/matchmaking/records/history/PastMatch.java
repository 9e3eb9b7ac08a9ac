package dev.stoa.matchmaking.records.history;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.stoa.matchmaking.meeting.match.Match;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A match that is over, and what its participants have said of each other. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
        description = "A match that is over, with what the caller has said about it.",
        requiredProperties = {"match", "thanked", "thanksReceived", "favourite", "blocked"})
record PastMatch(
        Match match,

        @Schema(description = "The caller's own; left out when there is none.") @Nullable
        Rating rating,

        @Schema(description = "Whether the caller has thanked.")
        boolean thanked,

        @Schema(description = "Whether the other one has thanked.")
        boolean thanksReceived,

        @Schema(description = "Whether the expert is a favourite of the caller.")
        boolean favourite,

        @Schema(description = "Whether the caller has blocked the other one.")
        boolean blocked,

        @Schema(description = "Until when it can be rated and thanked for; left out when nobody came into the room.")
        @Nullable
        Instant rateUntil) {}
