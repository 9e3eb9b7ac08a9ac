package dev.stoa.matchmaking.records.webhook;

import dev.stoa.matchmaking.meeting.ticket.PlainText;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is to be different about a webhook; what is left out stays. */
@Schema(description = "What is to be different about a webhook; what is left out stays.")
record WebhookChange(
        @Schema(description = "What to call, as when it was made.", examples = "https://school.example/stoa")
        @Size(min = 1, max = Target.LONGEST)
        @Nullable
        String url,

        @Schema(description = "Types of the events; empty: all.", examples = "[\"ticket.matched\"]")
        @Size(max = 50)
        @Nullable
        List<@NotNull @KnownType String> events,

        @Schema(description = "Own words; empty: none.", examples = "Production") @Size(max = 200) @PlainText @Nullable
        String description,

        @Schema(description = "Whether to call it. What still waits when it is enabled again is sent then.") @Nullable
        Boolean enabled) {}
