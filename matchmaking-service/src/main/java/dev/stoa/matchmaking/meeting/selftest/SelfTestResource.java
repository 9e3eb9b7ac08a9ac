package dev.stoa.matchmaking.meeting.selftest;

import dev.stoa.matchmaking.api.account.Admits;
import dev.stoa.matchmaking.api.account.Caller;
import dev.stoa.matchmaking.api.idempotency.NewIds;
import dev.stoa.matchmaking.meeting.match.PassRequest;
import dev.stoa.matchmaking.meeting.pass.RoomPass;
import dev.stoa.matchmaking.meeting.pass.RoomPasses;
import dev.stoa.matchmaking.problem.Problem;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
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
import org.jboss.resteasy.reactive.ResponseStatus;

/** Self-tests over HTTP. */
@Path("/self-tests")
@Authenticated
@Admits(administratorsOnly = true)
@Tag(name = "Self-test", description = "For the administrators' page that tries the whole site")
@SecurityRequirement(name = "account")
@APIResponse(responseCode = "401", ref = "Unauthorized")
@APIResponse(
        responseCode = "403",
        description = "`/problems/administrators-only`: the caller is no administrator; `/problems/sandbox-off`: the"
                + " operator has switched the sandbox off, where self-tests happen.",
        content = @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
@APIResponse(responseCode = "503", ref = "Unavailable")
class SelfTestResource {

    private final SelfTests tests;
    private final ExpertsPlace place;
    private final RoomPasses passes;
    private final NewIds ids;
    private final Caller caller;

    SelfTestResource(SelfTests tests, ExpertsPlace place, RoomPasses passes, NewIds ids, Caller caller) {
        this.tests = tests;
        this.place = place;
        this.passes = passes;
        this.ids = ids;
        this.caller = caller;
    }

    @POST
    @ResponseStatus(201)
    @Operation(
            operationId = "beginSelfTest",
            summary = "Begin a self-test",
            description = "Queues a ticket in a sandbox of its own, whose learner the page plays with `token`, as"
                    + " somebody who came by a join link. A simulated expert accepts; the room is open for a minute."
                    + " 429 `/problems/quota-exceeded`: ten of them a minute are enough.")
    @APIResponse(
            responseCode = "201",
            description = "The ticket is queued.",
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = SelfTest.class)))
    public Uni<SelfTest> begin() {
        return tests.begin(caller.account(), ids.next(SelfTests.PREFIX));
    }

    @POST
    @Path("/{id}/pass")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "createSelfTestPass",
            summary = "Get a room pass for the simulated expert's place",
            description = "So that one page can be both peers of its self-test's room.")
    @APIResponse(
            responseCode = "200",
            description = "The room pass.",
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = RoomPass.class)))
    @APIResponse(responseCode = "400", ref = "Invalid")
    @APIResponse(responseCode = "404", ref = "NotFound")
    @APIResponse(
            responseCode = "409",
            description = "`/problems/self-test-not-matched`: there is no match yet; `/problems/match-completed`: it is"
                    + " over.",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    public Uni<RoomPass> pass(
            @Parameter(description = "Id of the self-test.", example = "slf_6hQpWn3cYd5Kx1vBtRz8Lm") String id,
            @NotNull @Valid PassRequest request) {
        return place.admit(Stage.of(caller.account(), id)).map(admission -> passes.sign(admission, request.nonce()));
    }
}
