package dev.stoa.matchmaking.meeting.match;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.stoa.matchmaking.api.account.Field;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A ticket that an expert is asked to take. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
        description = "A ticket that an expert is asked to take.",
        requiredProperties = {
            "id",
            "ticketId",
            "learner",
            "field",
            "languages",
            "problem",
            "because",
            "expiresAt",
            "accepted",
            "learnerReady",
            "waitedSeconds"
        })
public record Offer(
        @Schema(examples = "ofr_9sDf2GhJ4kL6zX8cV0bN1m", pattern = "ofr_[0-9A-Za-z]{22}")
        String id,

        @Schema(examples = "tkt_4fRkVGhX0a7Wc2mTqLs9Zb") String ticketId,
        Participant learner,
        Field field,
        @Schema(examples = "[\"en\"]") List<String> languages,

        @Schema(examples = "My recursive function never ends.")
        String problem,

        @Schema(
                description = "Why these two fit, in words.",
                examples = "[\"Asked about 0613 Software and applications development and analysis, which the"
                        + " expert helps with\", \"You both speak English\"]")
        List<String> because,

        @Schema(description = "Until when both have to have said yes.")
        Instant expiresAt,

        @Schema(description = "Whether the expert has accepted already.", examples = "true")
        boolean accepted,

        @Schema(description = "Whether the learner has said yes already.", examples = "false")
        boolean learnerReady,

        @Schema(description = "How long the learner has waited so far.", examples = "42", minimum = "0")
        long waitedSeconds,

        @Schema(
                description = "The match it became; only once both have said yes.",
                examples = "mch_7hQpWn3cYd5Kx1vBtRz8Lm",
                pattern = "mch_[0-9A-Za-z]{22}")
        @Nullable
        String matchId) {}
