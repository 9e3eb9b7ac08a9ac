package dev.stoa.matchmaking.meeting.match;

import dev.stoa.matchmaking.api.account.Caller;
import dev.stoa.matchmaking.problem.Problem;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The answers to offers over HTTP. */
@Path("/offers/{id}")
@Authenticated
@Tag(name = "Offers", description = "For experts")
@SecurityRequirement(name = "account")
@APIResponse(responseCode = "401", ref = "Unauthorized")
@APIResponse(responseCode = "404", ref = "NotFound")
@APIResponse(
        responseCode = "409",
        description = "`/problems/offer-expired`: it is not open any more; `state` says how it ended.",
        content = @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
@APIResponse(responseCode = "503", ref = "Unavailable")
class OfferResource {

    private final Matches matches;
    private final Caller caller;

    OfferResource(Matches matches, Caller caller) {
        this.matches = matches;
        this.caller = caller;
    }

    @POST
    @Path("/accept")
    @Operation(
            operationId = "acceptOffer",
            summary = "Accept an offer",
            description = "The match begins once the learner has said yes too: both get a `match` event, and the offer"
                    + " has a `matchId`. Accepting again changes nothing.")
    @APIResponse(
            responseCode = "200",
            description = "The offer.",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Offer.class)))
    public Uni<Offer> accept(
            @Parameter(description = "Id of the offer.", example = "ofr_9sDf2GhJ4kL6zX8cV0bN1m") String id) {
        return matches.accept(id, caller.account(), caller.session());
    }

    @POST
    @Path("/decline")
    @Operation(
            operationId = "declineOffer",
            summary = "Decline an offer",
            description = "The ticket goes back to its place and is not offered to this account again; the account"
                    + " stays available. Five an hour are free; after one more the availability ends for a while.")
    @APIResponse(responseCode = "204", description = "The offer is declined.")
    public Uni<Void> decline(
            @Parameter(description = "Id of the offer.", example = "ofr_9sDf2GhJ4kL6zX8cV0bN1m") String id) {
        return matches.decline(id, caller.account());
    }
}
