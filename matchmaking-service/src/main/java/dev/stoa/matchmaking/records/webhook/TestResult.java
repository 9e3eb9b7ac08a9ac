package dev.stoa.matchmaking.records.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How a test call went. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
        description = "How a test call went.",
        requiredProperties = {"id", "delivered", "milliseconds"})
record TestResult(
        @Schema(description = "Its `webhook-id`.", examples = "evt_9sDf2GhJ4kL6zX8cV0bN1m")
        String id,

        @Schema(description = "Whether the answer was 2xx.") boolean delivered,

        @Schema(description = "Status of the answer; left out when there was none.", examples = "200") @Nullable
        Integer status,

        @Schema(
                description = "Why there was none.",
                enumeration = {"address-not-public", "connection", "timeout", "tls"},
                examples = "timeout")
        @Nullable
        String error,

        @Schema(description = "How long it took.", examples = "87")
        long milliseconds) {}
