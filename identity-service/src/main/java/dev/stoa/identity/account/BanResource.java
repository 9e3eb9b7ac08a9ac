package dev.stoa.identity.account;

import dev.stoa.identity.problem.ProblemSchema;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who is shut out, as administrators say. */
@Path("/accounts/{id}/ban")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Administration")
@SecurityRequirement(name = "bearer")
@APIResponse(responseCode = "400", ref = "BadInput")
@APIResponse(responseCode = "401", ref = "NotSignedIn")
@APIResponse(responseCode = "403", ref = "NoAdministrator")
@APIResponse(responseCode = "429", ref = "TooMany")
@APIResponse(responseCode = "503", ref = "Unavailable")
class BanResource {

    private final Administration administration;
    private final Caller caller;

    BanResource(Administration administration, Caller caller) {
        this.administration = administration;
        this.caller = caller;
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "banAccount",
            summary = "Shut an account out",
            description = "Within seconds the account is signed out everywhere, its ticket, availability and call are"
                    + " ended, and what it asks for is answered 403 `/problems/account-banned` with the reason.")
    @APIResponse(responseCode = "204", description = "The account is banned")
    @APIResponse(responseCode = "404", ref = "UnknownAccount")
    @APIResponse(
            responseCode = "409",
            description = "`/problems/own-account`: it is the caller's own",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(implementation = ProblemSchema.class)))
    public Uni<Void> ban(
            @PathParam("id") @AccountId @Parameter(example = AccountId.EXAMPLE) String id,
            @Valid @NotNull(message = "a JSON object is required") BanRequest request) {
        return caller.changingAdministrator()
                .flatMap(
                        administrator -> administration.ban(id, request.reason().strip(), administrator));
    }

    @DELETE
    @Operation(
            operationId = "unbanAccount",
            summary = "Let an account in again",
            description = "Where nobody is banned nothing changes.")
    @APIResponse(responseCode = "204", description = "The account is not banned")
    @APIResponse(responseCode = "404", ref = "UnknownAccount")
    public Uni<Void> unban(@PathParam("id") @AccountId @Parameter(example = AccountId.EXAMPLE) String id) {
        return caller.changingAdministrator().flatMap(administrator -> administration.unban(id));
    }
}
