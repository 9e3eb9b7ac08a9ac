package dev.stoa.matchmaking.meeting.ticket;

import dev.stoa.matchmaking.api.account.Admits;
import dev.stoa.matchmaking.api.account.Caller;
import dev.stoa.matchmaking.api.account.Scope;
import dev.stoa.matchmaking.api.page.Cursor;
import dev.stoa.matchmaking.api.page.Limit;
import dev.stoa.matchmaking.problem.Problems;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Lists of tickets over HTTP. */
@Path("/tickets")
@Authenticated
@Tag(name = "Tickets")
class TicketsResource {

    private final Tickets tickets;
    private final Caller caller;

    TicketsResource(Tickets tickets, Caller caller) {
        this.tickets = tickets;
        this.caller = caller;
    }

    @GET
    @Admits(scope = Scope.TICKETS)
    @SecurityRequirement(name = "account")
    @SecurityRequirement(name = "integrator", scopes = "tickets")
    @Operation(
            operationId = "listTickets",
            summary = "See the tickets that one has asked for",
            description = "Newest first. Tickets that are over are listed for a day.")
    @APIResponse(
            responseCode = "200",
            description = "A page of them.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = TicketPage.class)))
    @APIResponse(responseCode = "400", ref = "Invalid")
    @APIResponse(responseCode = "401", ref = "Unauthorized")
    @APIResponse(responseCode = "403", ref = "Forbidden")
    @APIResponse(responseCode = "503", ref = "Unavailable")
    public Uni<TicketPage> list(
            @Parameter(
                            description = "`open` leaves out those that are over; `all` is usual.",
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {"open", "all"}),
                            example = "open")
                    @QueryParam("state")
                    @Nullable
                    String state,
            @Parameter(
                            description = "Most items; 20 is usual.",
                            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "100"))
                    @QueryParam("limit")
                    @Nullable
                    String limit,
            @Parameter(description = "What the page before has given as `next`.") @QueryParam("cursor") @Nullable
                    String cursor) {
        if (state != null && !state.equals("open") && !state.equals("all")) {
            throw Problems.invalidQuery("state", "must be open or all");
        }
        return tickets.list(caller.account(), "open".equals(state), Cursor.read(cursor), Limit.read(limit));
    }
}
