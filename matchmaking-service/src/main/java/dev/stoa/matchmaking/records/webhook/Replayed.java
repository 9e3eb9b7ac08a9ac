package dev.stoa.matchmaking.records.webhook;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How much will be sent again. */
@Schema(
        description = "How much will be sent again.",
        requiredProperties = {"replayed"})
record Replayed(
        @Schema(description = "So many deliveries.", examples = "12")
        int replayed) {}
