package dev.stoa.matchmaking.meeting.ticket;

import dev.stoa.matchmaking.api.account.Language;
import dev.stoa.matchmaking.meeting.sandbox.SandboxRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a learner asks for. */
@Schema(
        description = "What a learner asks for.",
        examples = {"""
            {"field":"0613","problem":"My recursive function never ends."}""", """
            {"field":"0613","problem":"My recursive function never ends.",
             "learner":{"externalId":"student-4711","displayName":"Ada","languages":["en"]}}""", """
            {"field":"0613","languages":["en"],"problem":"My recursive function never ends.",
             "learner":{"externalId":"student-4711","displayName":"Ada"},
             "sandbox":{"scenario":"declines-first","learner":"by-link","callSeconds":30}}"""})
record TicketRequest(
        @Schema(description = "Code of a field of ISCED-F 2013.", examples = "0613")
        @NotNull
        @Pattern(regexp = "\\d{2,4}", message = "must be the code of a field: 2 to 4 digits")
        String field,

        @Schema(
                description = "Languages to be helped in (ISO 639-1); left out: those of the account.",
                examples = "[\"en\"]")
        @Size(min = 1, max = 8)
        @Nullable
        List<@NotNull @Language String> languages,

        @Schema(description = "What the learner is stuck on, in words.", examples = "My recursive function never ends.")
        @NotBlank
        @Size(max = 500)
        @PlainText
        String problem,

        @Schema(
                description =
                        "On whose behalf an integrator asks: required of integrators, refused from everybody else.")
        @Valid
        @Nullable
        LearnerRequest learner,

        @Schema(description = "Left out: real people. For integrators with the scope `sandbox` only.") @Valid @Nullable
        SandboxRequest sandbox) {}
