package dev.stoa.matchmaking.meeting.availability;

import dev.stoa.matchmaking.api.account.Language;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What an expert is available for. */
@Schema(description = "What an expert is available for.")
record AvailabilityRequest(
        @Schema(description = "Codes of fields the account offers, or of fields below those.", examples = "[\"0613\"]")
        @NotNull
        @Size(min = 1, max = 30)
        List<@NotNull @Pattern(regexp = "\\d{2,4}", message = "must be the code of a field: 2 to 4 digits") String>
                fields,

        @Schema(
                description = "Languages to help in (ISO 639-1); left out: those of the account.",
                examples = "[\"en\", \"de\"]")
        @Size(min = 1, max = 8)
        @Nullable
        List<@NotNull @Language String> languages,

        @Schema(
                description = "How many matches until the availability ends by itself; left out: it does not.",
                examples = "3")
        @Min(1)
        @Max(20)
        @Nullable
        Integer capacity,

        @Schema(description = "Whether to get no offers for the moment, while the lease runs on; left out: false.")
        @Nullable
        Boolean doNotDisturb,

        @Schema(description = "Whether offers count as accepted at once; left out: false.") @Nullable
        Boolean autoAccept) {}
