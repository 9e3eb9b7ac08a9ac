package dev.stoa.matchmaking.meeting.availability;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.stoa.matchmaking.api.account.Field;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An expert's declared readiness. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
        description = "An expert's declared readiness: a lease that ends unless it is renewed.",
        requiredProperties = {"state", "fields", "languages", "taken", "doNotDisturb", "autoAccept"})
public record Availability(
        AvailabilityState state,
        List<Field> fields,
        @Schema(examples = "[\"en\", \"de\"]") List<String> languages,

        @Schema(description = "When the lease ends unless it is renewed; left out when off.") @Nullable
        Instant leaseUntil,

        @Schema(
                description = "How many matches until the availability ends by itself; left out when it does not.",
                examples = "3")
        @Nullable
        Integer capacity,

        @Schema(description = "How many matches it has had so far.", examples = "1")
        int taken,

        @Schema(description = "Whether no offers are wanted at the moment.", examples = "false")
        boolean doNotDisturb,

        @Schema(
                description = "Whether offers count as accepted at once; the learner is still asked.",
                examples = "false")
        boolean autoAccept) {

    static final Availability OFF =
            new Availability(AvailabilityState.OFF, List.of(), List.of(), null, null, 0, false, false);
}
