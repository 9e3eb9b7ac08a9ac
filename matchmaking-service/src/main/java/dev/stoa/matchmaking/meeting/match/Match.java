package dev.stoa.matchmaking.meeting.match;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.stoa.matchmaking.api.account.Field;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A confirmed pairing, as one of the two sees it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
        description = "A confirmed pairing, as one of the two sees it.",
        requiredProperties = {"id", "role", "peer", "field", "problem", "because", "startedAt", "state"})
public record Match(
        @Schema(examples = "mch_7hQpWn3cYd5Kx1vBtRz8Lm", pattern = "mch_[0-9A-Za-z]{22}")
        String id,

        Role role,
        Participant peer,
        Field field,

        @Schema(examples = "My recursive function never ends.")
        String problem,

        @Schema(
                description = "Why these two fit, in words.",
                examples = "[\"Asked about 0613 Software and applications development and analysis, which the"
                        + " expert helps with\", \"You both speak English\"]")
        List<String> because,

        Instant startedAt,
        MatchState state,

        @Schema(description = "Once it is over.") @Nullable Instant endedAt,

        @Schema(
                description =
                        "How it ended; `empty`: the room stayed empty; `withdrawn`: one of the two left before both"
                                + " had come.",
                enumeration = {"left", "empty", "no-show", "withdrawn", "by-administrator"},
                examples = "left")
        @Nullable
        String reason,

        @Schema(description = "`true` for a match with a simulated expert; else left out.") @Nullable
        Boolean sandbox) {}
