package dev.stoa.identity.account;

import dev.stoa.identity.problem.ProblemSchema;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
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

/** Who knows which field, as administrators say. */
@Path("/accounts/{id}/verifications/{field}")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Administration")
@SecurityRequirement(name = "bearer")
@APIResponse(responseCode = "400", ref = "BadInput")
@APIResponse(responseCode = "401", ref = "NotSignedIn")
@APIResponse(responseCode = "403", ref = "NoAdministrator")
@APIResponse(responseCode = "429", ref = "TooMany")
@APIResponse(responseCode = "503", ref = "Unavailable")
class VerificationResource {

    private final Administration administration;
    private final Caller caller;

    VerificationResource(Administration administration, Caller caller) {
        this.administration = administration;
        this.caller = caller;
    }

    @PUT
    @Operation(
            operationId = "verifyField",
            summary = "Say that somebody knows a field",
            description = "From now on the account can become available for the field and those below it. Saying it"
                    + " again changes nothing.")
    @APIResponse(responseCode = "204", description = "The field is verified")
    @APIResponse(responseCode = "404", ref = "UnknownAccount")
    @APIResponse(
            responseCode = "409",
            description = "`/problems/field-not-offered`: the account does not offer the field (any more)",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(implementation = ProblemSchema.class)))
    public Uni<Void> verify(
            @PathParam("id") @AccountId @Parameter(example = AccountId.EXAMPLE) String id,
            @PathParam("field") @Parameter(description = "ISCED-F 2013 code", example = "0613") String field) {
        return caller.changingAdministrator().flatMap(administrator -> administration.verify(id, field, administrator));
    }

    @DELETE
    @Operation(
            operationId = "withdrawVerification",
            summary = "Take back that somebody knows a field",
            description = "A waiting expert is no longer available for the field within seconds; a call goes on. Where"
                    + " nothing is verified nothing changes.")
    @APIResponse(responseCode = "204", description = "The field is not verified")
    @APIResponse(responseCode = "404", ref = "UnknownAccount")
    public Uni<Void> withdraw(
            @PathParam("id") @AccountId @Parameter(example = AccountId.EXAMPLE) String id,
            @PathParam("field") @Parameter(description = "ISCED-F 2013 code", example = "0613") String field) {
        return caller.changingAdministrator().flatMap(administrator -> administration.withdraw(id, field));
    }
}
