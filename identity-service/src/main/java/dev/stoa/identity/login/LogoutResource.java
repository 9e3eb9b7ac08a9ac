package dev.stoa.identity.login;

import dev.stoa.identity.problem.Outage;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.NoCache;

/** Ends the session here and at the provider. */
@Path("/logout")
@Tag(name = "Sign-in")
class LogoutResource {

    private static final Logger LOG = Logger.getLogger(LogoutResource.class);

    /** The page that tells the person that she is still signed in. */
    private static final String NOT_ENDED = ReturnTo.HOME + "?signOut=unavailable";

    private final SessionStore sessions;
    private final Provider provider;
    private final ProviderConfig config;
    private final LoginMetrics metrics;

    LogoutResource(SessionStore sessions, Provider provider, ProviderConfig config, LoginMetrics metrics) {
        this.sessions = sessions;
        this.provider = provider;
        this.config = config;
        this.metrics = metrics;
    }

    @POST
    @NoCache
    @Operation(
            operationId = "logout",
            summary = "Sign out",
            description =
                    "A browser navigation: ends the session here, then at the provider, and lands on `/`. Within seconds"
                            + " its access tokens are refused, its event streams end, and what was open by it does. While"
                            + " the session cannot be ended the browser keeps its cookie, and lands on"
                            + " `/?signOut=unavailable`. For ten minutes after its end a session still leads to the"
                            + " provider, to be ended there, too.")
    @APIResponse(responseCode = "303", description = "To the provider, or to `/` for those without a session")
    public Uni<Response> logout(@Context HttpServerRequest request) {
        return endSession(SessionCookie.idIn(request))
                .invoke(() -> forgetCookie(request))
                .flatMap(session -> session.map(ended -> providersPage(ended, request))
                        .orElseGet(() -> Uni.createFrom().item(ReturnTo.HOME)))
                .onFailure(Outage::isBehind)
                .recoverWithItem(LogoutResource::notEnded)
                .map(page -> Response.status(Response.Status.SEE_OTHER)
                        .header(HttpHeaders.LOCATION, page)
                        .build());
    }

    /** A form of another site's page comes without the cookie, which is SameSite=Lax, and takes none away. */
    private static void forgetCookie(HttpServerRequest request) {
        if (SessionCookie.isIn(request)) {
            SessionCookie.forget(request, request.response());
        }
    }

    private static String notEnded(Throwable away) {
        LOG.warnf("A session could not be ended: %s", away);
        return NOT_ENDED;
    }

    /** One that has ended already may not have ended at the provider: its account was deleted, or nobody heard of its end. */
    private Uni<Optional<Session>> endSession(Optional<SessionId> id) {
        if (id.isEmpty()) {
            return Uni.createFrom().item(Optional.empty());
        }
        return sessions.end(id.get())
                .invoke(session -> session.ifPresent(ended -> metrics.loggedOut()))
                .flatMap(
                        session -> session.isPresent() ? Uni.createFrom().item(session) : sessions.findEnded(id.get()));
    }

    /** The provider's logout page; the home page if the provider has none or is away. */
    private Uni<String> providersPage(Session session, HttpServerRequest request) {
        var home = request.scheme() + "://" + request.authority() + ReturnTo.HOME;
        return provider.endSessionUri()
                .map(uri -> uri.map(place -> place + (place.contains("?") ? "&" : "?")
                                + "id_token_hint=" + encoded(session.idToken())
                                + "&client_id=" + encoded(config.clientId())
                                + "&post_logout_redirect_uri=" + encoded(home))
                        .orElse(ReturnTo.HOME))
                .onFailure(Outage::isBehind)
                .recoverWithItem(ReturnTo.HOME);
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
