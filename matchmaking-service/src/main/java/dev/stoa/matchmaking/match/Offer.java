package dev.stoa.matchmaking.match;

import dev.stoa.matchmaking.account.Field;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A ticket that an expert is asked to take. */
@Schema(
        description = "A ticket that an expert is asked to take.",
        requiredProperties = {"id", "ticketId", "learner", "field", "languages", "problem", "because", "expiresAt"})
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
                examples = "[\"field 0613 Software and applications development and analysis\", \"language en\"]")
        List<String> because,

        @Schema(description = "Until when it has to be answered.")
        Instant expiresAt) {}
