package dev.stoa.identity.account;

import dev.stoa.identity.problem.InvalidInputSchema;
import dev.stoa.identity.problem.ProblemSchema;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.NoCache;

/** The caller's own account. */
@Path("/me")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Account")
@SecurityRequirement(name = "bearer")
@APIResponse(
        responseCode = "401",
        description =
                "`/problems/not-signed-in`: no bearer token, or one that is expired, forged, of a session that has"
                        + " ended or for somebody else;"
                        + " `/problems/account-deleted`: one from before the account was deleted",
        content =
                @Content(
                        mediaType = "application/problem+json",
                        schema = @Schema(implementation = ProblemSchema.class)))
@APIResponse(
        responseCode = "403",
        description = "`/problems/account-banned`: the account is shut out; `reason` says why",
        content =
                @Content(
                        mediaType = "application/problem+json",
                        schema = @Schema(implementation = ProblemSchema.class)))
@APIResponse(responseCode = "429", ref = "TooMany")
@APIResponse(
        responseCode = "503",
        description =
                "`/problems/unavailable`: the database or the provider is away; `Retry-After` says when to try again",
        content =
                @Content(
                        mediaType = "application/problem+json",
                        schema = @Schema(implementation = ProblemSchema.class)))
class AccountResource {

    private final Accounts accounts;
    private final Caller caller;

    AccountResource(Accounts accounts, Caller caller) {
        this.accounts = accounts;
        this.caller = caller;
    }

    @GET
    @NoCache
    @Operation(
            operationId = "getAccount",
            summary = "The caller's account",
            description = "The first call makes the account from the token's claims: name, and English as language.")
    @APIResponse(responseCode = "200", description = "The account")
    public Uni<AccountView> get() {
        return accounts.of(caller.holder());
    }

    @PUT
    @NoCache
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "changeAccount",
            summary = "Change the caller's account",
            description = "Replaces name, languages and fields as a whole. A field that is given up loses its"
                    + " verification.")
    @APIResponse(responseCode = "200", description = "The account as it is now")
    @APIResponse(
            responseCode = "400",
            description = "`/problems/invalid-input` with the violations, or `/problems/malformed-body`",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(implementation = InvalidInputSchema.class)))
    @APIResponse(
            responseCode = "415",
            description = "`/problems/unsupported-media-type`: the body is not application/json",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(implementation = ProblemSchema.class)))
    public Uni<AccountView> change(@Valid @NotNull(message = "a JSON object is required") AccountChange change) {
        return accounts.change(caller.changing(), change);
    }

    @DELETE
    @Operation(
            operationId = "deleteAccount",
            summary = "Delete the caller's account",
            description =
                    "Name, languages, fields and verifications go at once; within seconds what is open ends, and what"
                            + " others have kept of the account goes, too. Its sessions and access tokens are good for nothing more:"
                            + " 401 `/problems/account-deleted`. The account at the provider stays: whoever signs in again begins anew."
                            + " A banned account cannot be deleted.")
    @APIResponse(responseCode = "204", description = "There is no such account any more")
    public Uni<Void> delete() {
        return accounts.delete(caller.changing());
    }
}
