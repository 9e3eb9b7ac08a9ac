package dev.stoa.matchmaking.meeting.match;

import dev.stoa.matchmaking.api.account.Admits;
import dev.stoa.matchmaking.api.account.Caller;
import dev.stoa.matchmaking.meeting.pass.RoomPass;
import dev.stoa.matchmaking.meeting.pass.RoomPasses;
import dev.stoa.matchmaking.problem.Problem;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
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
import org.jboss.resteasy.reactive.ResponseHeader;

/** Matches over HTTP. */
@Path("/matches/{id}")
@Authenticated
@Tag(name = "Matches", description = "For both participants")
@SecurityRequirement(name = "account")
@SecurityRequirement(name = "guest")
@APIResponse(responseCode = "401", ref = "Unauthorized")
@APIResponse(responseCode = "404", ref = "NotFound")
@APIResponse(responseCode = "503", ref = "Unavailable")
class MatchResource {

    private final Matches matches;
    private final RoomPasses passes;
    private final Caller caller;

    MatchResource(Matches matches, RoomPasses passes, Caller caller) {
        this.matches = matches;
        this.passes = passes;
        this.caller = caller;
    }

    @GET
    @Admits(guests = true)
    @Operation(operationId = "getMatch", summary = "See one's own match")
    @APIResponse(
            responseCode = "200",
            description = "The match.",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Match.class)))
    public Uni<Match> get(
            @Parameter(description = "Id of the match.", example = "mch_7hQpWn3cYd5Kx1vBtRz8Lm") String id) {
        return matches.get(id, caller.account());
    }

    @POST
    @Path("/pass")
    @Admits(guests = true)
    @Consumes(MediaType.APPLICATION_JSON)
    @ResponseHeader(name = "Cache-Control", value = "no-store")
    @Operation(
            operationId = "createRoomPass",
            summary = "Get the right to enter the room",
            description = "Open a WebSocket at `socketPath` with the subprotocols `stoa.v1` and `stoa.pass.<pass>`"
                    + " before `expiresAt`.")
    @APIResponse(
            responseCode = "200",
            description = "The room pass.",
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = RoomPass.class)))
    @APIResponse(responseCode = "400", ref = "Invalid")
    @APIResponse(
            responseCode = "409",
            description = "`/problems/match-completed`: the match is over.",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    public Uni<RoomPass> pass(
            @Parameter(description = "Id of the match.", example = "mch_7hQpWn3cYd5Kx1vBtRz8Lm") String id,
            @NotNull @Valid PassRequest request) {
        return matches.admit(id, caller.account())
                // A call goes on even if Redis takes in nothing just now.
                .call(() -> matches.enter(id, caller.who()).onFailure().recoverWithNull())
                .map(admission -> passes.sign(admission, request.nonce()));
    }

    @POST
    @Path("/leave")
    @Admits(guests = true)
    @Operation(
            operationId = "leaveMatch",
            summary = "End the match for both",
            description = "Its room closes. Leaving again changes nothing. Before both have come in (`withdrawn`), an"
                    + " expert who leaves has declined: the ticket waits again at its place and is asked first. A learner"
                    + " who leaves has cancelled the ticket.")
    @APIResponse(responseCode = "204", description = "The match is over.")
    public Uni<Void> leave(
            @Parameter(description = "Id of the match.", example = "mch_7hQpWn3cYd5Kx1vBtRz8Lm") String id) {
        return matches.leave(id, caller.account());
    }
}
