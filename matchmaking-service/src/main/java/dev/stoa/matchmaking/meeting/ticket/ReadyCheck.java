package dev.stoa.matchmaking.meeting.ticket;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The question to a learner whether they are ready to meet the expert that was found. */
@Schema(
        description = "An expert was found: the match begins once both have said yes.",
        requiredProperties = {"offerId", "expiresAt", "ready", "expert", "because"})
public record ReadyCheck(
        @Schema(examples = "ofr_9sDf2GhJ4kL6zX8cV0bN1m", pattern = "ofr_[0-9A-Za-z]{22}")
        String offerId,

        @Schema(description = "Until when both have to have said yes.")
        Instant expiresAt,

        @Schema(description = "Whether this learner has said yes already.", examples = "false")
        boolean ready,

        Expert expert,

        @Schema(
                description = "Why these two fit, in words.",
                examples = "[\"field 0613 Software and applications development and analysis\", \"language en\"]")
        List<String> because) {

    /** The expert, as far as they are shown before the match. */
    @Schema(
            name = "FoundExpert",
            description = "The expert, as far as they are shown before the match.",
            requiredProperties = {"displayName"})
    public record Expert(@Schema(examples = "Grace") String displayName) {}
}
