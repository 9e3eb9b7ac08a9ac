package dev.stoa.matchmaking.meeting.join;

import dev.stoa.matchmaking.api.account.Admits;
import dev.stoa.matchmaking.api.account.Caller;
import dev.stoa.matchmaking.api.account.Scope;
import dev.stoa.matchmaking.api.account.Who;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Integrators' learners over HTTP. */
@Path("/learners")
@Authenticated
@Admits(people = false, scope = Scope.TICKETS)
@Tag(name = "Tickets")
@SecurityRequirement(name = "integrator", scopes = "tickets")
@APIResponse(responseCode = "400", ref = "Invalid")
@APIResponse(responseCode = "401", ref = "Unauthorized")
@APIResponse(responseCode = "403", ref = "Forbidden")
@APIResponse(responseCode = "503", ref = "Unavailable")
class LearnerResource {

    private final Learners learners;
    private final Caller caller;

    LearnerResource(Learners learners, Caller caller) {
        this.learners = learners;
        this.caller = caller;
    }

    @DELETE
    @Operation(
            operationId = "forgetLearner",
            summary = "Forget one of the integrator's users",
            description = "An open ticket is cancelled, a call ends, join links work no longer, and name and words are"
                    + " taken out of history and webhook deliveries; no event tells of it. The same for somebody unknown."
                    + " With the scope `sandbox` alone: only what the user did there.")
    @APIResponse(responseCode = "204", description = "The user is forgotten, in the sandbox too.")
    public Uni<Void> forget(
            @Parameter(description = "The user's id at the integrator.", required = true, example = "student-4711")
                    @QueryParam("externalId")
                    @NotBlank
                    @Size(max = 255)
                    String externalId) {
        if (!(caller.who() instanceof Who.Integrator integrator)) {
            throw new IllegalStateException("Only integrators have learners");
        }
        return integrator.scopes().contains(Scope.TICKETS)
                ? learners.forget(integrator, externalId)
                : learners.forgetPractising(integrator, externalId);
    }
}
