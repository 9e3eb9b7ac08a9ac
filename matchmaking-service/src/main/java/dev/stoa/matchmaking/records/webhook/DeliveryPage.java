package dev.stoa.matchmaking.records.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A page of deliveries, newest event first. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
        description = "A page of deliveries, newest event first.",
        requiredProperties = {"items"})
record DeliveryPage(
        List<Delivery> items,

        @Schema(description = "The `cursor` of the next page; left out on the last.") @Nullable
        String next) {}
