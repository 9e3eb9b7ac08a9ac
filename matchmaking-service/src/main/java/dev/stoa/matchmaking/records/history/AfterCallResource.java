package dev.stoa.matchmaking.records.history;

import dev.stoa.matchmaking.api.account.Admits;
import dev.stoa.matchmaking.api.account.Caller;
import dev.stoa.matchmaking.problem.Problem;
import dev.stoa.matchmaking.records.history.Relation.Kind;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What participants say of each other, over HTTP. */
@Path("/matches/{id}")
@Authenticated
@Tag(name = "History")
@SecurityRequirement(name = "account")
@APIResponse(responseCode = "401", ref = "Unauthorized")
@APIResponse(responseCode = "404", ref = "NotFound")
@APIResponse(
        responseCode = "409",
        description = "`/problems/match-not-over`, `/problems/no-call`, `/problems/too-late` (24 h after the end) or"
                + " `/problems/blocked`.",
        content = @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
@APIResponse(responseCode = "503", ref = "Unavailable")
class AfterCallResource {

    private static final String ID = "Id of the match.";
    private static final String EXAMPLE = "mch_7hQpWn3cYd5Kx1vBtRz8Lm";

    private final AfterCall afterCall;
    private final Caller caller;

    AfterCallResource(AfterCall afterCall, Caller caller) {
        this.afterCall = afterCall;
        this.caller = caller;
    }

    @PUT
    @Path("/rating")
    @Admits(guests = true)
    @SecurityRequirement(name = "account")
    @SecurityRequirement(name = "guest")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "rateMatch",
            summary = "Say how the call was",
            description =
                    "Again: changes it. The other one does not see it; what learners say counts when the expert is"
                            + " chosen.")
    @APIResponse(responseCode = "204", description = "It is noted.")
    @APIResponse(responseCode = "400", ref = "Invalid")
    public Uni<Void> rate(@Parameter(description = ID, example = EXAMPLE) String id, @NotNull @Valid Rating rating) {
        return afterCall.rate(id, caller.account(), rating);
    }

    @POST
    @Path("/thanks")
    @Admits(guests = true)
    @SecurityRequirement(name = "account")
    @SecurityRequirement(name = "guest")
    @Operation(
            operationId = "thankForMatch",
            summary = "Say thank you",
            description = "The other one gets a `thanks` event, once.")
    @APIResponse(responseCode = "204", description = "The other one knows.")
    public Uni<Void> thank(@Parameter(description = ID, example = EXAMPLE) String id) {
        return afterCall.thank(id, caller.account());
    }

    @PUT
    @Path("/favourite")
    @Operation(
            operationId = "favourExpert",
            summary = "Make the expert a favourite",
            description = "Learners are matched with a favourite first. The expert is not told.")
    @APIResponse(responseCode = "204", description = "The expert is a favourite.")
    @APIResponse(
            responseCode = "403",
            description = "`/problems/learners-only`: the caller was the expert.",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    public Uni<Void> favour(@Parameter(description = ID, example = EXAMPLE) String id) {
        return afterCall.relate(id, caller.account(), Kind.FAVOURITE);
    }

    @DELETE
    @Path("/favourite")
    @Operation(operationId = "unfavourExpert", summary = "Take that back")
    @APIResponse(responseCode = "204", description = "The expert is no favourite.")
    public Uni<Void> unfavour(@Parameter(description = ID, example = EXAMPLE) String id) {
        return afterCall.unrelate(id, caller.account(), Kind.FAVOURITE);
    }

    @PUT
    @Path("/block")
    @Admits(guests = true)
    @SecurityRequirement(name = "account")
    @SecurityRequirement(name = "guest")
    @Operation(
            operationId = "blockPeer",
            summary = "Never meet the other one again",
            description =
                    "Neither as learner nor as expert. The other one is not told. It does not end a running match:"
                            + " leave that as well.")
    @APIResponse(responseCode = "204", description = "They will not be matched again.")
    public Uni<Void> block(@Parameter(description = ID, example = EXAMPLE) String id) {
        return afterCall.relate(id, caller.account(), Kind.BLOCK);
    }

    @DELETE
    @Path("/block")
    @Admits(guests = true)
    @SecurityRequirement(name = "account")
    @SecurityRequirement(name = "guest")
    @Operation(operationId = "unblockPeer", summary = "Take that back")
    @APIResponse(responseCode = "204", description = "They can be matched again, if the other one agrees.")
    public Uni<Void> unblock(@Parameter(description = ID, example = EXAMPLE) String id) {
        return afterCall.unrelate(id, caller.account(), Kind.BLOCK);
    }
}
