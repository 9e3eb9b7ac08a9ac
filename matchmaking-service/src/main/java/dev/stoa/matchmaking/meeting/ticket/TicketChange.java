package dev.stoa.matchmaking.meeting.ticket;

import dev.stoa.matchmaking.api.account.Language;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is to be different about a ticket; what is left out stays. */
@Schema(description = "What is to be different about a ticket; what is left out stays.")
record TicketChange(
        @Schema(description = "What the learner is stuck on, in words.", examples = "My recursive function never ends.")
        @Pattern(regexp = "(?s).*\\S.*", message = "must not be blank")
        @Size(max = 500)
        @PlainText
        @Nullable
        String problem,

        @Schema(description = "Languages to be helped in (ISO 639-1).", examples = "[\"en\"]")
        @Size(min = 1, max = 8)
        @Nullable
        List<@NotNull @Language String> languages) {}
