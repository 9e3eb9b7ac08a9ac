package dev.stoa.matchmaking.meeting.estimate;

import dev.stoa.matchmaking.api.account.Field;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How busy a field is. */
@Schema(
        description = "How busy a field is, up to ten seconds ago.",
        requiredProperties = {"field", "waiting", "available", "inCall", "estimate"})
record FieldStatistics(
        Field field,

        @Schema(description = "Tickets of exactly this field that wait or are being offered.", examples = "3")
        int waiting,

        @Schema(description = "Experts of this field, or one above it, who take tickets now.", examples = "2")
        int available,

        @Schema(description = "Such experts who are in a call and will take tickets after it.", examples = "5")
        int inCall,

        @Schema(description = "For somebody who would ask now.")
        Estimate estimate) {

    /** The answer of the API. */
    @Schema(
            name = "FieldStatisticsList",
            description = "One item for each field that was asked for, in that order.",
            requiredProperties = {"items"})
    record Listing(List<FieldStatistics> items) {}
}
