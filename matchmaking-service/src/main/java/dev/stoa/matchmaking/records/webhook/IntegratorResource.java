package dev.stoa.matchmaking.records.webhook;

import dev.stoa.matchmaking.api.account.Admits;
import dev.stoa.matchmaking.api.account.Who;
import dev.stoa.matchmaking.meeting.join.Learners;
import dev.stoa.matchmaking.problem.Problem;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Integrators over HTTP, for whoever admits them. */
@Path("/integrators")
@Authenticated
@Admits(administratorsOnly = true)
@Tag(name = "Administration", description = "For administrators")
@SecurityRequirement(name = "account")
@APIResponse(responseCode = "400", ref = "Invalid")
@APIResponse(responseCode = "401", ref = "Unauthorized")
@APIResponse(
        responseCode = "403",
        description = "`/problems/administrators-only`: the caller is no administrator.",
        content = @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
@APIResponse(responseCode = "503", ref = "Unavailable")
class IntegratorResource {

    private final Webhooks webhooks;
    private final Learners learners;

    IntegratorResource(Webhooks webhooks, Learners learners) {
        this.webhooks = webhooks;
        this.learners = learners;
    }

    @DELETE
    @Operation(
            operationId = "shutIntegratorOut",
            summary = "End all that an integrator has here",
            description =
                    "Its webhooks are deleted with their secrets and all that was to be sent there; its open tickets"
                            + " are cancelled, calls end and join links work no longer. It is not remembered: take the client's"
                            + " credentials away at the provider first, and wait until its last token has expired.")
    @APIResponse(responseCode = "204", description = "It has nothing open any more; also when there was nothing.")
    public Uni<Void> shutOut(
            @Parameter(description = "The client's id at the provider.", required = true, example = "our-school")
                    @QueryParam("clientId")
                    @NotBlank
                    @Size(max = 255)
                    String clientId) {
        String integrator = Who.Integrator.account(clientId);
        return webhooks.deleteAll(integrator).chain(() -> learners.endAllOf(integrator));
    }
}
