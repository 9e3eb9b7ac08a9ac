package dev.stoa.matchmaking.meeting.ticket;

import dev.stoa.matchmaking.api.account.Admits;
import dev.stoa.matchmaking.api.account.Caller;
import dev.stoa.matchmaking.api.account.Scope;
import dev.stoa.matchmaking.api.idempotency.NewIds;
import dev.stoa.matchmaking.meeting.join.JoinLinks;
import dev.stoa.matchmaking.problem.Problem;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Tickets over HTTP. */
@Path("/tickets")
@Authenticated
@Tag(name = "Tickets", description = "For learners, and for integrators on their behalf")
@SecurityRequirement(name = "account")
@SecurityRequirement(name = "integrator", scopes = "tickets")
@APIResponse(responseCode = "401", ref = "Unauthorized")
@APIResponse(responseCode = "403", ref = "Forbidden")
@APIResponse(responseCode = "503", ref = "Unavailable")
class TicketResource {

    private final Tickets tickets;
    private final Drafts drafts;
    private final JoinLinks links;
    private final NewIds ids;
    private final Caller caller;

    TicketResource(Tickets tickets, Drafts drafts, JoinLinks links, NewIds ids, Caller caller) {
        this.tickets = tickets;
        this.drafts = drafts;
        this.links = links;
        this.ids = ids;
        this.caller = caller;
    }

    @POST
    @Admits(scope = Scope.TICKETS)
    @SecurityRequirement(name = "account")
    @SecurityRequirement(name = "integrator", scopes = "tickets")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "createTicket",
            summary = "Ask for help",
            description = "Queues a ticket. A learner has one open ticket at a time. From then on watch `GET /events`."
                    + " Integrators say in `learner` whom it is for, and get a `joinLink` for that user."
                    + " With `sandbox` simulated experts do what it says: 403 `/problems/sandbox-off` where there is"
                    + " none, 429 `/problems/sandbox-full` while too many practise.")
    @APIResponse(
            responseCode = "201",
            description = "The ticket is queued.",
            headers = {
                @Header(
                        name = "Location",
                        description = "Path of the ticket.",
                        schema = @Schema(implementation = String.class)),
                @Header(
                        name = "ETag",
                        description = "Its revision, for `If-Match`.",
                        schema = @Schema(implementation = String.class))
            },
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Ticket.class),
                            examples = @ExampleObject(name = "queued", value = """
                                    {"id":"tkt_4fRkVGhX0a7Wc2mTqLs9Zb","state":"queued",
                                     "field":{"code":"0613","name":"Software and applications development and analysis"},
                                     "languages":["en"],"problem":"My recursive function never ends.",
                                     "createdAt":"2026-03-01T10:15:30.123Z","revision":1,"place":3}""")))
    @APIResponse(responseCode = "400", ref = "Invalid")
    @APIResponse(
            responseCode = "409",
            description = "`/problems/active-ticket-exists`: the account has an open ticket, named in `ticketId`.",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    public Uni<RestResponse<Ticket>> create(@NotNull @Valid TicketRequest request, UriInfo uri) {
        return drafts.of(request, caller)
                .flatMap(draft ->
                        tickets.enqueue(ids.next(Tickets.PREFIX), draft).map(ticket -> linked(ticket, draft, uri)))
                .map(ticket -> RestResponse.ResponseBuilder.<Ticket>created(
                                uri.getAbsolutePathBuilder().path(ticket.id()).build())
                        .entity(ticket)
                        .header(HttpHeaders.ETAG, Revisions.tag(ticket))
                        .build());
    }

    private Ticket linked(Ticket ticket, Tickets.Draft draft, UriInfo uri) {
        return draft.behalf() == null ? ticket : ticket.with(links.link(draft.account(), ticket.createdAt(), uri));
    }
}
