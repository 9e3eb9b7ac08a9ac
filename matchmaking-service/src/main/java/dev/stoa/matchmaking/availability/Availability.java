package dev.stoa.matchmaking.availability;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.stoa.matchmaking.account.Field;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An expert's declared readiness. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
        description = "An expert's declared readiness: a lease that ends unless it is renewed.",
        requiredProperties = {"state", "fields", "languages"})
public record Availability(
        AvailabilityState state,
        List<Field> fields,
        @Schema(examples = "[\"en\", \"de\"]") List<String> languages,

        @Schema(description = "When the lease ends unless it is renewed; left out when off.") @Nullable
        Instant leaseUntil) {

    static final Availability OFF = new Availability(AvailabilityState.OFF, List.of(), List.of(), null);
}
