package dev.stoa.matchmaking.meeting.ticket;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A page of tickets, newest first. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
        description = "A page of tickets, newest first.",
        requiredProperties = {"items"})
record TicketPage(
        List<Ticket> items,

        @Schema(
                description =
                        "The `cursor` of the next page; left out on the last. A page that has it can hold fewer items than"
                                + " asked for, even none.",
                examples = "MTc3MjM1OTIzMDEyMy50a3RfNGZSa1ZHaFgwYTdXYzJtVHFMczlaYg")
        @Nullable
        String next) {}
