package dev.stoa.matchmaking.meeting.match;

import dev.stoa.matchmaking.api.account.Admits;
import dev.stoa.matchmaking.api.account.Caller;
import dev.stoa.matchmaking.meeting.ticket.Ticket;
import dev.stoa.matchmaking.problem.Problem;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The learner's yes in the ready check over HTTP. */
@Path("/tickets/{id}/ready")
@Authenticated
@Tag(name = "Tickets", description = "For learners")
@SecurityRequirement(name = "account")
@SecurityRequirement(name = "guest")
@APIResponse(responseCode = "401", ref = "Unauthorized")
@APIResponse(responseCode = "403", ref = "Forbidden")
@APIResponse(responseCode = "404", ref = "NotFound")
@APIResponse(
        responseCode = "409",
        description =
                "`/problems/offer-expired`: that ready check is over. `/problems/ticket-state-conflict`: the ticket"
                        + " is over. `state` says what state the ticket is in.",
        content = @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
@APIResponse(responseCode = "503", ref = "Unavailable")
class ReadyResource {

    private final Matches matches;
    private final Caller caller;

    ReadyResource(Matches matches, Caller caller) {
        this.matches = matches;
        this.caller = caller;
    }

    @POST
    @Admits(guests = true)
    @Operation(
            operationId = "sayReady",
            summary = "Say ready in the ready check",
            description = "The match begins once the expert has accepted too: both get a `match` event, and the ticket"
                    + " has a `matchId`. Saying it again changes nothing.")
    @APIResponse(
            responseCode = "200",
            description = "The ticket.",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Ticket.class)))
    public Uni<Ticket> ready(
            @Parameter(description = "Id of the ticket.", example = "tkt_4fRkVGhX0a7Wc2mTqLs9Zb") String id,
            @Parameter(
                            description =
                                    "The `offerId` of the ready check that was shown, so that a late answer is not"
                                            + " taken for one to a newer check.",
                            example = "ofr_9sDf2GhJ4kL6zX8cV0bN1m")
                    @QueryParam("offerId")
                    Optional<String> offer) {
        return matches.ready(id, caller.account(), caller.session(), offer);
    }
}
