package dev.stoa.matchmaking.records.webhook;

import dev.stoa.matchmaking.meeting.ticket.PlainText;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A webhook to be made. */
@Schema(
        description = "A webhook to be made.",
        requiredProperties = {"url"})
record WebhookRequest(
        @Schema(
                description =
                        "What to call: https, without user name, password or fragment, on port 443 or one from 1024"
                                + " on, at a host with public addresses.",
                examples = "https://school.example/stoa")
        @NotBlank
        @Size(max = Target.LONGEST)
        String url,

        @Schema(
                description =
                        "Types of the events to be called for: `ticket.` and `match.` with the state that is new, or"
                                + " `match.ended`. All if left out or empty.",
                examples = "[\"ticket.matched\",\"match.ended\"]")
        @Size(max = 50)
        @Nullable
        List<@NotNull @KnownType String> events,

        @Schema(description = "Own words, to tell it from others.", examples = "Production")
        @Size(max = 200)
        @PlainText
        @Nullable
        String description,

        @Schema(description = "Whether to call it; true if left out.") @Nullable
        Boolean enabled) {

    List<String> types() {
        return events == null ? List.of() : events.stream().distinct().toList();
    }
}
