package dev.stoa.matchmaking.match;

import dev.stoa.matchmaking.account.Field;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A confirmed pairing, as one of the two sees it. */
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
        MatchState state) {}
