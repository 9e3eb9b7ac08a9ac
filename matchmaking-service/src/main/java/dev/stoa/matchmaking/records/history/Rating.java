package dev.stoa.matchmaking.records.history;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.stoa.matchmaking.meeting.ticket.PlainText;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What one participant thinks of the other.
 *
 * @param stars 1 to 5
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "What one participant thinks of the other.")
record Rating(
        @Schema(examples = "5") @NotNull @Min(1) @Max(5) Integer stars,

        @Schema(description = """
                        Learners say: clear, patient, knowledgeable, friendly, unclear, impatient, off-topic,
                        technical-trouble. Experts say: prepared, friendly, curious, unprepared, impatient, off-topic,
                        technical-trouble.""", examples = "[\"clear\",\"patient\"]") @NotNull @Size(max = 8)
        List<@NotNull Reason> reasons,

        @Schema(description = "In one's own words; only oneself can read them again.", examples = "Now it ends.")
        @Size(max = 500)
        @PlainText
        @Nullable
        String words) {}
