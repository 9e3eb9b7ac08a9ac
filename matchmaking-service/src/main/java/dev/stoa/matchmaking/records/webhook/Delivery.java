package dev.stoa.matchmaking.records.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An event on its way to a webhook. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
        description = "An event on its way to a webhook.",
        requiredProperties = {"id", "type", "happenedAt", "state", "attempts"})
record Delivery(
        @Schema(
                description = "Id of the event: the `webhook-id` of each attempt.",
                examples = "evt_9sDf2GhJ4kL6zX8cV0bN1m",
                pattern = "evt_[0-9A-Za-z]{22}")
        String id,

        @Schema(examples = "ticket.matched") String type,
        Instant happenedAt,

        @Schema(
                description = "`waiting` for the next attempt, `delivered`, `failed` for good, or `skipped` because the"
                        + " webhook was disabled.",
                enumeration = {"waiting", "delivered", "failed", "skipped"},
                examples = "waiting")
        String state,

        @Schema(description = "How many attempts were made.", examples = "2")
        int attempts,

        @Schema(description = "When the next attempt is due; only while waiting.") @Nullable
        Instant nextAttemptAt,

        @Schema(description = "How the last attempt went.") @Nullable
        LastAttempt lastAttempt) {

    /** How the last attempt went. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(
            name = "LastAttempt",
            description = "How the last attempt went.",
            requiredProperties = {"at", "milliseconds"})
    record LastAttempt(
            Instant at,

            @Schema(description = "Status of the answer; left out when there was none.", examples = "500") @Nullable
            Integer status,

            @Schema(
                    description = "Why there was none.",
                    enumeration = {"address-not-public", "connection", "timeout", "tls", "secret-unreadable"},
                    examples = "timeout")
            @Nullable
            String error,

            @Schema(description = "How long it took.", examples = "87")
            long milliseconds) {}
}
