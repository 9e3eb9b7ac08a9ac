package dev.stoa.matchmaking;

import dev.stoa.matchmaking.meeting.ticket.Ticket;
import dev.stoa.matchmaking.problem.Problem;
import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.openapi.annotations.Components;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.OAuthFlow;
import org.eclipse.microprofile.openapi.annotations.security.OAuthFlows;
import org.eclipse.microprofile.openapi.annotations.security.OAuthScope;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;

/** The REST API as a whole: what the OpenAPI document says once for all operations. */
@OpenAPIDefinition(
        info = @Info(title = "Stoa matchmaking", version = "1", description = """
                        Learners queue tickets, experts declare availability, offers bring the two together in a match,
                        and a room pass lets each into the match's room.

                        Every failure is a problem (RFC 9457, application/problem+json) whose `type` is stable and whose
                        `detail` says what to do next. An account that is banned is answered 403 `/problems/account-banned`
                        everywhere. Watch `GET /events` instead of polling.
                        Bodies are JSON of at most 16 KiB, with a Content-Length."""),
        components =
                @Components(
                        securitySchemes = {
                            @SecurityScheme(
                                    securitySchemeName = "account",
                                    type = SecuritySchemeType.HTTP,
                                    scheme = "bearer",
                                    bearerFormat = "JWT",
                                    description =
                                            "A person's access token of the OIDC provider with audience stoa-api."),
                            @SecurityScheme(
                                    securitySchemeName = "guest",
                                    type = SecuritySchemeType.HTTP,
                                    scheme = "bearer",
                                    bearerFormat = "JWT",
                                    description =
                                            "The token behind the `#` of a join link. It is good for the learner's"
                                                    + " own ticket, match and events."),
                            @SecurityScheme(
                                    securitySchemeName = "integrator",
                                    type = SecuritySchemeType.OAUTH2,
                                    description = "An integrator's access token of the OIDC provider, got with its own"
                                            + " client credentials, with audience stoa-api. Integrators see their own"
                                            + " tickets, events and webhooks only.",
                                    flows =
                                            @OAuthFlows(
                                                    clientCredentials =
                                                            @OAuthFlow(
                                                                    tokenUrl =
                                                                            "/auth/realms/stoa/protocol/openid-connect/token",
                                                                    scopes = {
                                                                        @OAuthScope(
                                                                                name = "tickets",
                                                                                description =
                                                                                        "Create, see and cancel tickets on behalf of learners"),
                                                                        @OAuthScope(
                                                                                name = "events",
                                                                                description =
                                                                                        "Watch what happens to these tickets"),
                                                                        @OAuthScope(
                                                                                name = "webhooks",
                                                                                description =
                                                                                        "Be called when something happens to them"),
                                                                        @OAuthScope(
                                                                                name = "sandbox",
                                                                                description =
                                                                                        "Practise with simulated experts")
                                                                    })))
                        },
                        responses = {
                            @APIResponse(
                                    name = "Invalid",
                                    description =
                                            "`/problems/bad-request`: the request is malformed; `violations` names the"
                                                    + " fields. `/problems/bad-cursor`: `cursor` is not what a page has"
                                                    + " given. `/problems/bad-idempotency-key`: it can't be a key.",
                                    content =
                                            @Content(
                                                    mediaType = "application/problem+json",
                                                    schema = @Schema(implementation = Problem.Validation.class))),
                            @APIResponse(
                                    name = "Unauthorized",
                                    description = "`/problems/unauthorized`: there is no valid access token.",
                                    content =
                                            @Content(
                                                    mediaType = "application/problem+json",
                                                    schema = @Schema(implementation = Problem.class))),
                            @APIResponse(
                                    name = "Forbidden",
                                    description =
                                            "`/problems/not-for-this-caller`: it is for another kind of caller;"
                                                    + " `/problems/insufficient-scope`: the token lacks the scope named in `scope`.",
                                    content =
                                            @Content(
                                                    mediaType = "application/problem+json",
                                                    schema = @Schema(implementation = Problem.class))),
                            @APIResponse(
                                    name = "NotFound",
                                    description =
                                            "`/problems/not-found`: there is no such thing, or it belongs to somebody else.",
                                    content =
                                            @Content(
                                                    mediaType = "application/problem+json",
                                                    schema = @Schema(implementation = Problem.class))),
                            @APIResponse(
                                    name = "TheTicket",
                                    description = "The ticket as it is now.",
                                    headers =
                                            @Header(
                                                    name = "ETag",
                                                    description = "Its revision, for `If-Match`.",
                                                    schema = @Schema(implementation = String.class)),
                                    content =
                                            @Content(
                                                    mediaType = "application/json",
                                                    schema = @Schema(implementation = Ticket.class))),
                            @APIResponse(
                                    name = "TheWebhook",
                                    description = "The webhook as it is now.",
                                    headers =
                                            @Header(
                                                    name = "ETag",
                                                    description = "Its revision, for `If-Match`.",
                                                    schema = @Schema(implementation = String.class)),
                                    content =
                                            @Content(
                                                    mediaType = "application/json",
                                                    schema = @Schema(ref = "Webhook"))),
                            @APIResponse(
                                    name = "TicketStateForbids",
                                    description =
                                            "`/problems/ticket-state-conflict`: the ticket's `state` forbids it, and"
                                                    + " `detail` says what is possible; `/problems/cooling-down`: not before"
                                                    + " `until`; `/problems/active-ticket-exists`: there is another one.",
                                    content =
                                            @Content(
                                                    mediaType = "application/problem+json",
                                                    schema = @Schema(implementation = Problem.class))),
                            @APIResponse(
                                    name = "Stale",
                                    description = "`/problems/stale`: it has changed since the caller has seen it.",
                                    content =
                                            @Content(
                                                    mediaType = "application/problem+json",
                                                    schema = @Schema(implementation = Problem.class))),
                            @APIResponse(
                                    name = "IfMatchNeeded",
                                    description = "`/problems/if-match-needed`: the request has no `If-Match`.",
                                    content =
                                            @Content(
                                                    mediaType = "application/problem+json",
                                                    schema = @Schema(implementation = Problem.class))),
                            @APIResponse(
                                    name = "Unavailable",
                                    description =
                                            "`/problems/unavailable`: a part that this needs is away for the moment.",
                                    headers =
                                            @Header(
                                                    name = "Retry-After",
                                                    description = "Seconds to wait before the next try.",
                                                    schema = @Schema(implementation = Integer.class)),
                                    content =
                                            @Content(
                                                    mediaType = "application/problem+json",
                                                    schema = @Schema(implementation = Problem.class)))
                        }))
public class Api extends Application {}
