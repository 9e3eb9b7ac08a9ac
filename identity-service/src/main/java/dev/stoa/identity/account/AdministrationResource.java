package dev.stoa.identity.account;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.NoCache;

/** All accounts, for administrators. */
@Path("/accounts")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Administration")
@SecurityRequirement(name = "bearer")
@APIResponse(responseCode = "400", ref = "BadInput")
@APIResponse(responseCode = "401", ref = "NotSignedIn")
@APIResponse(responseCode = "403", ref = "NoAdministrator")
@APIResponse(responseCode = "429", ref = "TooMany")
@APIResponse(responseCode = "503", ref = "Unavailable")
class AdministrationResource {

    private final Administration administration;
    private final Caller caller;

    AdministrationResource(Administration administration, Caller caller) {
        this.administration = administration;
        this.caller = caller;
    }

    @GET
    @NoCache
    @Operation(
            operationId = "findAccounts",
            summary = "Find accounts",
            description = "By name, without regard to case; `next` leads to the next page.")
    @APIResponse(responseCode = "200", description = "The accounts found, possibly none")
    public Uni<AccountPage> find(
            @QueryParam("q")
                    @Size(max = 60, message = "at most 60 characters")
                    @Pattern(regexp = "\\P{Cc}*", message = "no control characters")
                    @Parameter(description = "Part of the name, at most 60 characters", example = "ada")
                    @DefaultValue("")
                    String typed,
            @QueryParam("awaiting")
                    @Pattern(regexp = "true|false", message = "true or false")
                    @Parameter(
                            description = "Only accounts with a field that is not verified",
                            schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
                    @DefaultValue("false")
                    String awaiting,
            @QueryParam("limit")
                    @Pattern(regexp = "[1-9][0-9]?|100", message = "a whole number from 1 to 100")
                    @Parameter(
                            description = "At most so many",
                            schema =
                                    @Schema(
                                            type = SchemaType.INTEGER,
                                            minimum = "1",
                                            maximum = "100",
                                            defaultValue = "20"))
                    @DefaultValue("20")
                    String limit,
            @QueryParam("cursor")
                    @Size(max = Cursor.LONGEST, message = "the `next` of the page before")
                    @Parameter(description = "The `next` of the page before")
                    @DefaultValue("")
                    String cursor) {
        return caller.administrator().flatMap(administrator -> {
            var after = cursor.isEmpty() ? Cursor.BEGINNING : Cursor.decode(cursor);
            var search = new AccountSearch(typed.strip(), Boolean.parseBoolean(awaiting), after);
            return administration.page(search, Integer.parseInt(limit));
        });
    }

    @GET
    @Path("/{id}")
    @NoCache
    @Operation(operationId = "getAccountById", summary = "One account")
    @APIResponse(responseCode = "200", description = "The account")
    @APIResponse(responseCode = "404", ref = "UnknownAccount")
    public Uni<AdministeredAccount> get(@PathParam("id") @AccountId @Parameter(example = AccountId.EXAMPLE) String id) {
        return caller.administrator().flatMap(administrator -> administration.get(id));
    }
}
