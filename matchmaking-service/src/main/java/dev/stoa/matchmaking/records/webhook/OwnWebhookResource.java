package dev.stoa.matchmaking.records.webhook;

import dev.stoa.matchmaking.api.account.Admits;
import dev.stoa.matchmaking.api.account.Caller;
import dev.stoa.matchmaking.api.account.Scope;
import dev.stoa.matchmaking.api.idempotency.NewIds;
import dev.stoa.matchmaking.meeting.ticket.Revisions;
import dev.stoa.matchmaking.problem.Problems;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** One webhook over HTTP. */
@Path("/webhooks/{id}")
@Authenticated
@Admits(people = false, scope = Scope.WEBHOOKS)
@Tag(name = "Webhooks")
@SecurityRequirement(name = "integrator", scopes = "webhooks")
@APIResponse(responseCode = "401", ref = "Unauthorized")
@APIResponse(responseCode = "403", ref = "Forbidden")
@APIResponse(responseCode = "404", ref = "NotFound")
@APIResponse(responseCode = "503", ref = "Unavailable")
class OwnWebhookResource {

    private static final String ID = "Id of the webhook.";
    private static final String EXAMPLE = "whk_4fRkVGhX0a7Wc2mTqLs9Zb";
    private static final String MEANT = "The `ETag` of the webhook as it was seen; with another one the answer is 412.";

    private final Webhooks webhooks;
    private final Endpoints endpoints;
    private final NewIds ids;
    private final Caller caller;

    OwnWebhookResource(Webhooks webhooks, Endpoints endpoints, NewIds ids, Caller caller) {
        this.webhooks = webhooks;
        this.endpoints = endpoints;
        this.ids = ids;
        this.caller = caller;
    }

    @GET
    @Operation(operationId = "getWebhook", summary = "See a webhook")
    @APIResponse(responseCode = "200", ref = "TheWebhook")
    public Uni<RestResponse<Webhook>> get(@Parameter(description = ID, example = EXAMPLE) String id) {
        return webhooks.get(id, caller.account()).map(OwnWebhookResource::tagged);
    }

    @PATCH
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "changeWebhook",
            summary = "Change, enable or disable a webhook",
            description = "While it is disabled, what happens is kept as `skipped` and can be replayed.")
    @APIResponse(responseCode = "200", ref = "TheWebhook")
    @APIResponse(responseCode = "400", ref = "Invalid")
    @APIResponse(responseCode = "412", ref = "Stale")
    @APIResponse(responseCode = "428", ref = "IfMatchNeeded")
    public Uni<RestResponse<Webhook>> change(
            @Parameter(description = ID, example = EXAMPLE) String id,
            @NotNull @Valid WebhookChange change,
            @Parameter(description = MEANT, example = "\"1\"", required = true)
                    @HeaderParam(HttpHeaders.IF_MATCH)
                    @Nullable
                    String ifMatch) {
        if (ifMatch == null) {
            throw Problems.ifMatchNeeded();
        }
        String integrator = caller.account();
        return (change.url() == null ? Uni.createFrom().voidItem() : endpoints.check(integrator, change.url()))
                .chain(() -> webhooks.change(id, integrator, change, Revisions.of(ifMatch)::mean))
                .map(OwnWebhookResource::tagged);
    }

    @DELETE
    @Operation(
            operationId = "deleteWebhook",
            summary = "Be called no more",
            description = "What was still to be sent there is gone.")
    @APIResponse(responseCode = "204", description = "It is gone.")
    @APIResponse(responseCode = "412", ref = "Stale")
    public Uni<Void> delete(
            @Parameter(description = ID, example = EXAMPLE) String id,
            @Parameter(description = MEANT, example = "\"1\"") @HeaderParam(HttpHeaders.IF_MATCH) @Nullable
                    String ifMatch) {
        return webhooks.delete(id, caller.account(), Revisions.of(ifMatch)::mean);
    }

    @POST
    @Path("/rotate")
    @Operation(
            operationId = "rotateWebhookSecret",
            summary = "Get another secret",
            description =
                    "The answer shows it, once. For 24 hours calls carry signatures by both, until `secretBeforeUntil`.")
    @APIResponse(responseCode = "200", ref = "TheWebhook")
    @APIResponse(responseCode = "412", ref = "Stale")
    public Uni<RestResponse<Webhook>> rotate(
            @Parameter(description = ID, example = EXAMPLE) String id,
            @Parameter(description = MEANT, example = "\"1\"") @HeaderParam(HttpHeaders.IF_MATCH) @Nullable
                    String ifMatch) {
        return webhooks.rotate(id, caller.account(), ids.next("rot_"), Revisions.of(ifMatch)::mean)
                .map(OwnWebhookResource::tagged);
    }

    @POST
    @Path("/test")
    @Operation(
            operationId = "testWebhook",
            summary = "Be called right now",
            description =
                    "Sends a `ping` and says how that went. It is not repeated, and also sent to a disabled webhook.")
    @APIResponse(
            responseCode = "200",
            description = "How it went.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = TestResult.class)))
    public Uni<TestResult> test(@Parameter(description = ID, example = EXAMPLE) String id) {
        return endpoints.test(id, caller.account());
    }

    private static RestResponse<Webhook> tagged(Webhook webhook) {
        return RestResponse.ResponseBuilder.ok(webhook)
                .header(HttpHeaders.ETAG, Endpoints.tag(webhook))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
