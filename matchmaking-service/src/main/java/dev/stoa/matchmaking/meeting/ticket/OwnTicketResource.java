package dev.stoa.matchmaking.meeting.ticket;

import dev.stoa.matchmaking.api.account.Admits;
import dev.stoa.matchmaking.api.account.Caller;
import dev.stoa.matchmaking.api.account.Scope;
import dev.stoa.matchmaking.problem.Problems;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** One ticket over HTTP. */
@Path("/tickets/{id}")
@Authenticated
@Tag(name = "Tickets", description = "For learners, and for integrators on their behalf")
@SecurityRequirement(name = "account")
@SecurityRequirement(name = "guest")
@SecurityRequirement(name = "integrator", scopes = "tickets")
@APIResponse(responseCode = "401", ref = "Unauthorized")
@APIResponse(responseCode = "403", ref = "Forbidden")
@APIResponse(responseCode = "404", ref = "NotFound")
@APIResponse(responseCode = "503", ref = "Unavailable")
class OwnTicketResource {

    private static final String ID = "Id of the ticket.";
    private static final String EXAMPLE = "tkt_4fRkVGhX0a7Wc2mTqLs9Zb";
    private static final String MEANT = "The `ETag` of the ticket as it was seen; with another one the answer is 412.";

    private final TicketMoves moves;
    private final Caller caller;

    OwnTicketResource(TicketMoves moves, Caller caller) {
        this.moves = moves;
        this.caller = caller;
    }

    @GET
    @Admits(guests = true, scope = Scope.TICKETS)
    @Operation(operationId = "getTicket", summary = "See one's own ticket")
    @APIResponse(responseCode = "200", ref = "TheTicket")
    public Uni<RestResponse<Ticket>> get(@Parameter(description = ID, example = EXAMPLE) String id) {
        return moves.get(id, caller.account()).map(OwnTicketResource::tagged);
    }

    @PATCH
    @Admits(guests = true, scope = Scope.TICKETS)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "changeTicket",
            summary = "Change what a ticket asks for",
            description = "While it is queued or paused; it keeps its place. Needs `If-Match`.")
    @APIResponse(responseCode = "200", ref = "TheTicket")
    @APIResponse(responseCode = "400", ref = "Invalid")
    @APIResponse(responseCode = "409", ref = "TicketStateForbids")
    @APIResponse(responseCode = "412", ref = "Stale")
    @APIResponse(responseCode = "428", ref = "IfMatchNeeded")
    public Uni<RestResponse<Ticket>> change(
            @Parameter(description = ID, example = EXAMPLE) String id,
            @Parameter(description = MEANT, example = "\"3\"", required = true)
                    @HeaderParam(HttpHeaders.IF_MATCH)
                    @Nullable
                    String ifMatch,
            @NotNull @Valid TicketChange change) {
        if (ifMatch == null) {
            throw Problems.ifMatchNeeded();
        }
        return moves.change(id, caller.account(), Revisions.of(ifMatch), change).map(OwnTicketResource::tagged);
    }

    @POST
    @Path("/pause")
    @Admits(guests = true, scope = Scope.TICKETS)
    @Operation(
            operationId = "pauseTicket",
            summary = "Keep the place and be offered to nobody for a while",
            description = "An open offer of it is withdrawn. A ticket can be paused for 30 minutes in total, then"
                    + " it expires. Pausing a paused ticket changes nothing.")
    @APIResponse(responseCode = "200", ref = "TheTicket")
    @APIResponse(responseCode = "409", ref = "TicketStateForbids")
    @APIResponse(responseCode = "412", ref = "Stale")
    public Uni<RestResponse<Ticket>> pause(
            @Parameter(description = ID, example = EXAMPLE) String id,
            @Parameter(description = MEANT, example = "\"3\"") @HeaderParam(HttpHeaders.IF_MATCH) @Nullable
                    String ifMatch) {
        return moves.pause(id, caller.account(), Revisions.of(ifMatch)).map(OwnTicketResource::tagged);
    }

    @POST
    @Path("/resume")
    @Admits(guests = true, scope = Scope.TICKETS)
    @Operation(
            operationId = "resumeTicket",
            summary = "End a pause",
            description = "The ticket waits on at its place. While its learner cools down the answer is"
                    + " `/problems/cooling-down`, with `until`.")
    @APIResponse(responseCode = "200", ref = "TheTicket")
    @APIResponse(responseCode = "409", ref = "TicketStateForbids")
    @APIResponse(responseCode = "412", ref = "Stale")
    public Uni<RestResponse<Ticket>> resume(
            @Parameter(description = ID, example = EXAMPLE) String id,
            @Parameter(description = MEANT, example = "\"3\"") @HeaderParam(HttpHeaders.IF_MATCH) @Nullable
                    String ifMatch) {
        return moves.resume(id, caller.who(), Revisions.of(ifMatch)).map(OwnTicketResource::tagged);
    }

    @POST
    @Path("/cancel")
    @Admits(guests = true, scope = Scope.TICKETS)
    @Operation(
            operationId = "cancelTicket",
            summary = "Take a ticket back",
            description = "An open offer of it is withdrawn. Cancelling a cancelled ticket changes nothing.")
    @APIResponse(responseCode = "200", ref = "TheTicket")
    @APIResponse(responseCode = "409", ref = "TicketStateForbids")
    @APIResponse(responseCode = "412", ref = "Stale")
    public Uni<RestResponse<Ticket>> cancel(
            @Parameter(description = ID, example = EXAMPLE) String id,
            @Parameter(description = MEANT, example = "\"3\"") @HeaderParam(HttpHeaders.IF_MATCH) @Nullable
                    String ifMatch) {
        return moves.cancel(id, caller.account(), Revisions.of(ifMatch)).map(OwnTicketResource::tagged);
    }

    @POST
    @Path("/reopen")
    @Admits(guests = true, scope = Scope.TICKETS)
    @Operation(
            operationId = "reopenTicket",
            summary = "Undo that one did not come into the room",
            description = "The ticket waits on at its old place, and what was missed is forgotten. It can be done"
                    + " once, until `reopenUntil`.")
    @APIResponse(responseCode = "200", ref = "TheTicket")
    @APIResponse(responseCode = "409", ref = "TicketStateForbids")
    @APIResponse(responseCode = "412", ref = "Stale")
    public Uni<RestResponse<Ticket>> reopen(
            @Parameter(description = ID, example = EXAMPLE) String id,
            @Parameter(description = MEANT, example = "\"3\"") @HeaderParam(HttpHeaders.IF_MATCH) @Nullable
                    String ifMatch) {
        return moves.reopen(id, caller.who(), Revisions.of(ifMatch)).map(OwnTicketResource::tagged);
    }

    private static RestResponse<Ticket> tagged(Ticket ticket) {
        return RestResponse.ResponseBuilder.ok(ticket)
                .header(HttpHeaders.ETAG, Revisions.tag(ticket))
                .build();
    }
}
