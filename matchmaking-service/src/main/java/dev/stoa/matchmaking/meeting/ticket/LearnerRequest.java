package dev.stoa.matchmaking.meeting.ticket;

import dev.stoa.matchmaking.api.account.Language;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One of an integrator's own users. */
@Schema(description = "One of the integrator's own users, who needs no account here.")
record LearnerRequest(
        @Schema(
                description = "The user's id at the integrator. The same one is the same learner: one open ticket at a"
                        + " time.",
                examples = "student-4711")
        @NotBlank
        @Size(max = 255)
        @OneLine
        String externalId,

        @Schema(description = "What experts see; 1 to 60 characters on one line.", examples = "Ada")
        @NotBlank
        @Size(max = 60)
        @OneLine
        String displayName,

        @Schema(
                description = "Languages the user speaks (ISO 639-1), for when the ticket itself names none.",
                examples = "[\"en\"]")
        @Size(min = 1, max = 8)
        @Nullable
        List<@NotNull @Language String> languages) {}
