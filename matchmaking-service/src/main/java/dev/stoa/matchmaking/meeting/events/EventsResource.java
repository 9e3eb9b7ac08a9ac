package dev.stoa.matchmaking.meeting.events;

import dev.stoa.matchmaking.api.account.Admits;
import dev.stoa.matchmaking.api.account.Caller;
import dev.stoa.matchmaking.api.account.Scope;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The caller's standing and events over HTTP. */
@Path("/")
@Authenticated
@Tag(name = "Events", description = "For learners and experts")
@SecurityRequirement(name = "account")
@SecurityRequirement(name = "guest")
@APIResponse(responseCode = "401", ref = "Unauthorized")
@APIResponse(responseCode = "503", ref = "Unavailable")
class EventsResource {

    private final Standings standings;
    private final Openings openings;
    private final Caller caller;

    EventsResource(Standings standings, Openings openings, Caller caller) {
        this.standings = standings;
        this.openings = openings;
        this.caller = caller;
    }

    @GET
    @Path("/standing")
    @Admits(guests = true)
    @Operation(operationId = "getStanding", summary = "See all that is open for the caller")
    @APIResponse(
            responseCode = "200",
            description = "What is open.",
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Standing.class)))
    public Uni<Standing> standing() {
        return standings.now(caller.account());
    }

    @GET
    @Path("/events")
    @Admits(guests = true, scope = Scope.EVENTS)
    @SecurityRequirement(name = "account")
    @SecurityRequirement(name = "guest")
    @SecurityRequirement(name = "integrator", scopes = "events")
    @APIResponse(responseCode = "403", ref = "Forbidden")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Operation(operationId = "streamEvents", summary = "Watch what happens to the caller", description = """
                    Server-sent events; every `data` is JSON with a `type`:

                    | event | data |
                    | --- | --- |
                    | `standing` | `ticket`, `availability`, `offer`, `match`, `coolingUntil` as of `GET /standing`; first on a fresh stream and after `reset` |
                    | `reset` | events have been missed that are not kept any more; `standing` follows |
                    | `ticket` | `ticket`: one's own ticket has changed, or its place (told to the first 100 of a field); offered: `POST /tickets/{id}/ready` before `readyCheck.expiresAt` |
                    | `offer` | `offer`: answer it before `expiresAt`; again when one of the two has said yes |
                    | `offer-ended` | `offerId`, `reason`: accepted, declined, expired, not-ready (the learner stayed silent) or withdrawn |
                    | `availability` | `availability` |
                    | `availability-ended` | `reason`: lease-expired, offer-unanswered, no-show, too-many-declines, capacity-reached, not-verified, by-account or by-administrator; `coolingUntil` if it can't begin again before |
                    | `match` | `match`: it has begun, or both are in the room now; and when it has just begun `pass`, a room pass as of `POST /matches/{id}/pass`, to enter at once (not among what was missed, nor for integrators) |
                    | `match-ended` | `matchId`, `reason`: left, empty, no-show, withdrawn or by-administrator |
                    | `account` | nothing; what identity-service says of the account is different now: ask it again |
                    | `thanks` | `matchId`, `from`: the other one says thank you for a call |
                    | `ping` | nothing; every 10 s. Whoever is available answers with `POST /availability/renew` |
                    | `replaced` | nothing; the last one of a stream that ends because the account has opened too many |

                    The stream ends when the access token expires, and soon after its session was signed out. Come back with a new one and the last `id` as
                    `Last-Event-ID`, and get exactly what was missed. An account can have four streams on an instance;
                    one more ends the oldest, which should come back when somebody looks at it, or a minute later: at once it would
                    end the next.

                    Integrators watch all their tickets in one stream: `begin` first on a fresh stream and after `reset`,
                    `ping`, and then `ticket`, `match` and `match-ended`, each with the `ticketId` and the `learner` it is
                    about, and `sandbox`: true if it happened there. 5,000 events are kept, for an hour after the newest; after a `reset` ask
                    `GET /tickets?state=open` for what has been missed.""")
    @APIResponse(
            responseCode = "200",
            description = "The stream.",
            content =
                    @Content(
                            mediaType = MediaType.SERVER_SENT_EVENTS,
                            schema = @Schema(type = SchemaType.STRING),
                            examples = @ExampleObject(name = "offer-ended", value = """
                                    id: 1772359230123-0
                                    event: offer-ended
                                    data: {"type":"offer-ended","offerId":"ofr_9sDf2GhJ4kL6zX8cV0bN1m","reason":"expired"}

                                    """)))
    public Uni<Void> events(
            @Parameter(
                            description = "The `id` of the last event seen; left out on a fresh stream.",
                            example = "1772359230123-0")
                    @HeaderParam("Last-Event-ID")
                    @Nullable
                    String lastEventId,
            @Parameter(hidden = true) @Context HttpServerRequest request) {
        return openings.open(new Openings.Reader(caller.who(), lastEventId), request);
    }
}
