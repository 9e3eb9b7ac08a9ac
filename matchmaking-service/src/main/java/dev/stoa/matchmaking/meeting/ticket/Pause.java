package dev.stoa.matchmaking.meeting.ticket;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why and for how long a ticket waits unseen. */
@Schema(
        description = "Why and for how long a ticket waits unseen.",
        requiredProperties = {"reason", "resumableAt", "endsAt"})
public record Pause(
        PauseReason reason,

        @Schema(description = "From when on it can be resumed.")
        Instant resumableAt,

        @Schema(description = "When it expires unless it is resumed.")
        Instant endsAt) {

    /** Who or what has paused it. */
    public enum PauseReason {
        /** The learner wished so. */
        @JsonProperty("by-learner")
        BY_LEARNER,
        /** The learner stayed silent in a ready check. */
        @JsonProperty("not-ready")
        NOT_READY
    }
}
