package dev.stoa.identity.login;

import dev.stoa.identity.account.Accounts;
import dev.stoa.identity.limit.Limit;
import dev.stoa.identity.problem.Problem;
import dev.stoa.identity.problem.ProblemSchema;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jspecify.annotations.Nullable;

/** Tells the web-ui who is signed in and hands it a short-lived access token. */
@Path("/session")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Sign-in")
class SessionResource {

    private static final Logger LOG = Logger.getLogger(SessionResource.class);

    private final SessionStore sessions;
    private final SessionRefresh refresh;
    private final Accounts accounts;
    private final Limit limit;
    private final LoginMetrics metrics;

    SessionResource(
            SessionStore sessions, SessionRefresh refresh, Accounts accounts, Limit limit, LoginMetrics metrics) {
        this.sessions = sessions;
        this.refresh = refresh;
        this.accounts = accounts;
        this.limit = limit;
        this.metrics = metrics;
    }

    @GET
    @ResponseHeader(name = "Cache-Control", value = "no-store")
    @Operation(
            operationId = "getSession",
            summary = "The browser's session",
            description =
                    "An access token with at least a minute left, refreshed if need be. Without a session, or with one that"
                            + " has ended, the answer is `{\"signedIn\":false}`; a session of a banned account, or from before"
                            + " its account was deleted, ends, and once `reason` says so, for a ban with `detail`.")
    @APIResponse(
            responseCode = "200",
            description = "Who is signed in, if anybody",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = SessionView.class),
                            examples = @ExampleObject(name = "signed out", value = "{\"signedIn\":false}")))
    @APIResponse(
            responseCode = "403",
            description = "`/problems/missing-request-header`: the header `Stoa-Request: web` is missing",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(implementation = ProblemSchema.class)))
    @APIResponse(responseCode = "429", ref = "TooMany")
    @APIResponse(
            responseCode = "503",
            description = "`/problems/unavailable`: it cannot be told now; ask again",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(implementation = ProblemSchema.class)))
    public Uni<SessionView> get(
            @HeaderParam("Stoa-Request")
                    @Parameter(
                            description = "Always `web`: other sites' pages cannot send it",
                            required = true,
                            example = "web")
                    @Nullable
                    String sender,
            @Context HttpServerRequest request) {
        if (!"web".equals(sender)) {
            throw Problem.MISSING_REQUEST_HEADER.asException();
        }
        var id = SessionCookie.idIn(request);
        id.ifPresent(known -> limit.countSession(known.hashed()));
        return (id.isEmpty() ? nobody() : tokenOf(id.get()))
                .flatMap(token -> token.isEmpty() ? signedOut() : signedIn(token.get(), id.orElseThrow()))
                .invoke(session -> metrics.answered(session.signedIn()))
                .call(session -> session.signedIn() ? Uni.createFrom().voidItem() : forgetCookie(id, request));
    }

    /** By the cookie of a session that has ended the page can still sign out at the provider, so it stays for the while. */
    private Uni<Void> forgetCookie(Optional<SessionId> id, HttpServerRequest request) {
        return id.map(sessions::findEnded)
                .orElseGet(() -> Uni.createFrom().item(Optional.empty()))
                .invoke(ended -> {
                    if (ended.isEmpty() && SessionCookie.isIn(request)) {
                        SessionCookie.forget(request, request.response());
                    }
                })
                .replaceWithVoid();
    }

    private static Uni<Optional<AccessToken>> nobody() {
        return Uni.createFrom().item(Optional.empty());
    }

    private Uni<Optional<AccessToken>> tokenOf(SessionId id) {
        return sessions.find(id)
                .flatMap(session -> session.isEmpty() ? nobody() : freshToken(id, session.get()))
                .onFailure(IllegalArgumentException.class)
                .recoverWithItem(unusable -> {
                    LOG.warnf("The provider's access token cannot be used: %s", unusable.getMessage());
                    return Optional.empty();
                });
    }

    /** What a refresh brings is younger than the sign-in that it comes from. */
    private Uni<Optional<AccessToken>> freshToken(SessionId id, Session session) {
        return refresh.freshToken(id, session)
                .map(token -> token.map(fresh -> fresh.ofSessionSince(session.startedAt())));
    }

    private static Uni<SessionView> signedOut() {
        return Uni.createFrom().item(SessionView.SIGNED_OUT);
    }

    /** A session of an account that has been banned or deleted ends here, which is the only place where it could be used. */
    private Uni<SessionView> signedIn(AccessToken token, SessionId id) {
        return accounts.of(token.holder())
                .map(account -> SessionView.of(account, token))
                .onFailure(Problem.ACCOUNT_BANNED::is)
                .recoverWithUni(banned ->
                        sessions.end(id).replaceWith(() -> SessionView.banned(((HttpProblem) banned).getDetail())))
                .onFailure(Problem.ACCOUNT_DELETED::is)
                .recoverWithUni(deleted -> sessions.end(id).replaceWith(SessionView.DELETED));
    }
}
