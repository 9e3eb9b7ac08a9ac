package dev.stoa.matchmaking.records.webhook;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is to be sent again. */
@Schema(
        description = "What is to be sent again.",
        requiredProperties = {"since"})
record ReplayRequest(
        @Schema(
                description = "All that has failed or was skipped, and has happened at this time or later.",
                examples = "2026-03-01T10:00:00Z")
        @NotNull
        Instant since) {}
