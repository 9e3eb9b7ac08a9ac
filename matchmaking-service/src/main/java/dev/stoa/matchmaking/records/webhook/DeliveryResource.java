package dev.stoa.matchmaking.records.webhook;

import dev.stoa.matchmaking.api.account.Admits;
import dev.stoa.matchmaking.api.account.Caller;
import dev.stoa.matchmaking.api.account.Scope;
import dev.stoa.matchmaking.api.page.Cursor;
import dev.stoa.matchmaking.api.page.Limit;
import dev.stoa.matchmaking.problem.Problem;
import dev.stoa.matchmaking.problem.Problems;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response.Status;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** What was sent to a webhook, over HTTP. */
@Path("/webhooks/{id}")
@Authenticated
@Admits(people = false, scope = Scope.WEBHOOKS)
@Tag(name = "Webhooks")
@SecurityRequirement(name = "integrator", scopes = "webhooks")
@APIResponse(responseCode = "400", ref = "Invalid")
@APIResponse(responseCode = "401", ref = "Unauthorized")
@APIResponse(responseCode = "403", ref = "Forbidden")
@APIResponse(responseCode = "404", ref = "NotFound")
@APIResponse(responseCode = "503", ref = "Unavailable")
class DeliveryResource {

    private static final String ID = "Id of the webhook.";
    private static final String EXAMPLE = "whk_4fRkVGhX0a7Wc2mTqLs9Zb";
    private static final String EVENT = "Id of the event, the `webhook-id` of the call.";
    private static final String EVENT_EXAMPLE = "evt_9sDf2GhJ4kL6zX8cV0bN1m";

    private final Deliveries deliveries;
    private final Caller caller;

    DeliveryResource(Deliveries deliveries, Caller caller) {
        this.deliveries = deliveries;
        this.caller = caller;
    }

    @GET
    @Path("/deliveries")
    @Operation(
            operationId = "listDeliveries",
            summary = "See what was sent to a webhook, and what is to be",
            description = "Newest event first. Events are kept for 30 days.")
    @APIResponse(
            responseCode = "200",
            description = "A page of them.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = DeliveryPage.class),
                            examples = @ExampleObject(name = "one that is tried again", value = """
                                    {"items":[{"id":"evt_9sDf2GhJ4kL6zX8cV0bN1m","type":"ticket.matched",
                                     "happenedAt":"2026-03-01T10:15:30.123Z","state":"waiting","attempts":1,
                                     "nextAttemptAt":"2026-03-01T10:15:36.201Z",
                                     "lastAttempt":{"at":"2026-03-01T10:15:30.7Z","status":500,"milliseconds":87}}]}""")))
    public Uni<DeliveryPage> list(
            @Parameter(description = ID, example = EXAMPLE) String id,
            @Parameter(
                            description = "Only those in this state.",
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {"waiting", "delivered", "failed", "skipped"}),
                            example = "failed")
                    @QueryParam("state")
                    @Nullable
                    String state,
            @Parameter(
                            description = "Most items; 20 is usual.",
                            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "100"))
                    @QueryParam("limit")
                    @Nullable
                    String limit,
            @Parameter(description = "What the page before has given as `next`.") @QueryParam("cursor") @Nullable
                    String cursor) {
        if (state != null && !Deliveries.STATES.contains(state)) {
            throw Problems.invalidQuery("state", "must be waiting, delivered, failed or skipped");
        }
        return deliveries.list(id, caller.account(), state, Cursor.read(cursor), Limit.read(limit));
    }

    @GET
    @Path("/deliveries/{deliveryId}")
    @Operation(operationId = "getDelivery", summary = "See how it went with an event")
    @APIResponse(responseCode = "200", description = "How it went so far.")
    public Uni<Delivery> get(
            @Parameter(description = ID, example = EXAMPLE) String id,
            @Parameter(description = EVENT, example = EVENT_EXAMPLE) String deliveryId) {
        return deliveries.get(id, deliveryId, caller.account());
    }

    @POST
    @Path("/deliveries/{deliveryId}/replay")
    @Operation(
            operationId = "replayDelivery",
            summary = "Have an event sent again",
            description = "Under the same id, whether or not it was delivered; it can fail and be tried again anew.")
    @APIResponse(
            responseCode = "202",
            description = "It is sent right away.",
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Delivery.class)))
    @APIResponse(
            responseCode = "409",
            description = "`/problems/webhook-disabled`",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    public Uni<RestResponse<Delivery>> replay(
            @Parameter(description = ID, example = EXAMPLE) String id,
            @Parameter(description = EVENT, example = EVENT_EXAMPLE) String deliveryId) {
        return deliveries.replay(id, deliveryId, caller.account()).map(DeliveryResource::accepted);
    }

    @POST
    @Path("/replay")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "replayFailedDeliveries",
            summary = "Have all that has failed sent again",
            description =
                    "In the order in which it has happened. What was skipped while the webhook was disabled is sent too.")
    @APIResponse(
            responseCode = "202",
            description = "It is sent right away.",
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Replayed.class)))
    @APIResponse(
            responseCode = "409",
            description = "`/problems/webhook-disabled`",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    public Uni<RestResponse<Replayed>> replayFailed(
            @Parameter(description = ID, example = EXAMPLE) String id, @NotNull @Valid ReplayRequest request) {
        return deliveries.replay(id, request.since(), caller.account()).map(DeliveryResource::accepted);
    }

    private static <T> RestResponse<T> accepted(T entity) {
        return RestResponse.ResponseBuilder.create(Status.ACCEPTED, entity).build();
    }
}
