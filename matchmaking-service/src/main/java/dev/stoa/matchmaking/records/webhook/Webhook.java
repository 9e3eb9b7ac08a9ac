package dev.stoa.matchmaking.records.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Where an integrator is called. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
        description = "Where an integrator is called.",
        requiredProperties = {"id", "url", "events", "enabled", "createdAt", "revision"})
record Webhook(
        @Schema(examples = "whk_4fRkVGhX0a7Wc2mTqLs9Zb", pattern = "whk_[0-9A-Za-z]{22}")
        String id,

        @Schema(description = "What is called.", examples = "https://school.example/stoa")
        String url,

        @Schema(description = "Types of the events it is called for; empty: all.", examples = "[\"ticket.matched\"]")
        List<String> events,

        @Schema(description = "The integrator's own words.", examples = "Production") @Nullable
        String description,

        @Schema(description = "Whether it is called.") boolean enabled,

        @Schema(
                description =
                        "Why it is not called: `by-integrator`; `gone`, it has answered 410; `failing`, it has failed"
                                + " for days without one success.",
                enumeration = {"by-integrator", "gone", "failing"},
                examples = "failing")
        @Nullable
        String disabledReason,

        @Schema(description = "Since when it is not called.") @Nullable
        Instant disabledAt,

        @Schema(description = "Since when no attempt has succeeded; left out while all is well.") @Nullable
        Instant failingSince,

        Instant createdAt,

        @Schema(description = "Raised by every change; it is the `ETag`.", examples = "1")
        long revision,

        @Schema(
                description = "What calls are signed with. It is shown once: when it is made.",
                examples = "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD9OQ0HXUq1mA=")
        @Nullable
        String secret,

        @Schema(description = "Until when the secret before the last rotation signs too.") @Nullable
        Instant secretBeforeUntil) {

    /** What ids of webhooks begin with. */
    static final String PREFIX = "whk_";

    /** The same with its secret. */
    Webhook with(Secret shown) {
        return new Webhook(
                id,
                url,
                events,
                description,
                enabled,
                disabledReason,
                disabledAt,
                failingSince,
                createdAt,
                revision,
                shown.text(),
                secretBeforeUntil);
    }
}
