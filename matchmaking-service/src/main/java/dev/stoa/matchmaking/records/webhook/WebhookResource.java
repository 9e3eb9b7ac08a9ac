package dev.stoa.matchmaking.records.webhook;

import dev.stoa.matchmaking.api.account.Admits;
import dev.stoa.matchmaking.api.account.Caller;
import dev.stoa.matchmaking.api.account.Scope;
import dev.stoa.matchmaking.api.idempotency.NewIds;
import dev.stoa.matchmaking.problem.Problem;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Webhooks over HTTP. */
@Path("/webhooks")
@Authenticated
@Admits(people = false, scope = Scope.WEBHOOKS)
@Tag(name = "Webhooks", description = "For integrators: be called when something happens to their tickets")
@SecurityRequirement(name = "integrator", scopes = "webhooks")
@APIResponse(responseCode = "401", ref = "Unauthorized")
@APIResponse(responseCode = "403", ref = "Forbidden")
@APIResponse(responseCode = "503", ref = "Unavailable")
class WebhookResource {

    private final Webhooks webhooks;
    private final Endpoints endpoints;
    private final NewIds ids;
    private final Caller caller;

    WebhookResource(Webhooks webhooks, Endpoints endpoints, NewIds ids, Caller caller) {
        this.webhooks = webhooks;
        this.endpoints = endpoints;
        this.ids = ids;
        this.caller = caller;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "createWebhook",
            summary = "Be called",
            description =
                    "Calls are POSTs of `{type, timestamp, data}`, signed as standardwebhooks.com says. The answer"
                            + " shows the `secret`, once. An integrator can have 10 webhooks.")
    @APIResponse(
            responseCode = "201",
            description = "It is called from now on.",
            headers = {
                @Header(
                        name = "Location",
                        description = "Path of the webhook.",
                        schema = @Schema(implementation = String.class)),
                @Header(
                        name = "ETag",
                        description = "Its revision, for `If-Match`.",
                        schema = @Schema(implementation = String.class))
            },
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Webhook.class),
                            examples = @ExampleObject(name = "created", value = """
                                    {"id":"whk_4fRkVGhX0a7Wc2mTqLs9Zb","url":"https://school.example/stoa",
                                     "events":["ticket.matched","match.ended"],"description":"Production","enabled":true,
                                     "createdAt":"2026-03-01T10:15:30.123Z","revision":1,
                                     "secret":"whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD9OQ0HXUq1mA="}""")))
    @APIResponse(responseCode = "400", ref = "Invalid")
    @APIResponse(
            responseCode = "409",
            description = "`/problems/too-many-webhooks`",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "501",
            description = "`/problems/webhooks-not-set-up`: this deployment has none.",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    public Uni<RestResponse<Webhook>> create(@NotNull @Valid WebhookRequest request, UriInfo uri) {
        String integrator = caller.account();
        String id = ids.next(Webhook.PREFIX);
        return endpoints
                .begin(integrator, request.url())
                .chain(() -> webhooks.create(id, integrator, request))
                .map(webhook -> RestResponse.ResponseBuilder.<Webhook>created(
                                uri.getAbsolutePathBuilder().path(webhook.id()).build())
                        .entity(webhook)
                        .header(HttpHeaders.ETAG, Endpoints.tag(webhook))
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .build());
    }

    @GET
    @Operation(operationId = "listWebhooks", summary = "See one's webhooks")
    @APIResponse(
            responseCode = "200",
            description = "All of them, oldest first.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = WebhookList.class)))
    public Uni<WebhookList> list() {
        return webhooks.list(caller.account());
    }
}
