package dev.stoa.identity.login;

import dev.stoa.identity.problem.Challenge;
import dev.stoa.identity.problem.Outage;
import io.quarkus.oidc.OIDCException;
import io.quarkus.security.Authenticated;
import io.quarkus.security.AuthenticationCompletionException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.UnauthorizedException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.NoCache;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jspecify.annotations.Nullable;

/** Sign-in by navigation. The work is done by quarkus-oidc before these methods are reached. */
@Path("/login")
@Authenticated
@Tag(name = "Sign-in")
class LoginResource {

    private static final Logger LOG = Logger.getLogger(LoginResource.class);

    private final LoginMetrics metrics;

    LoginResource(LoginMetrics metrics) {
        this.metrics = metrics;
    }

    @GET
    @NoCache
    @Operation(
            operationId = "login",
            summary = "Sign in",
            description =
                    "A browser navigation: leads to the OpenID Connect provider (authorization code, PKCE, state, nonce)"
                            + " and back to `returnTo`, with a session cookie. A sign-in that fails ends at"
                            + " `/?signIn=cancelled`, `/?signIn=failed` or `/?signIn=unavailable`.")
    @APIResponse(responseCode = "302", description = "To the provider, or to `returnTo` for those already signed in")
    public Response login(
            @QueryParam("returnTo")
                    @Parameter(
                            description =
                                    "Where to end: a path of this origin that begins with a single slash, at most 1,000"
                                            + " printable ASCII characters; `/` in place of anything else",
                            example = "/ask")
                    @Nullable
                    String returnTo) {
        return redirect(ReturnTo.orHome(returnTo));
    }

    @GET
    @Path("/callback")
    @NoCache
    @Operation(hidden = true)
    public Response signedInAlready() {
        return redirect(ReturnTo.HOME);
    }

    @ServerExceptionMapper
    public Response failed(AuthenticationCompletionException failure, @Context HttpServerRequest request) {
        if (Outage.isBehind(failure) && !Provider.isRefusal(failure)) {
            return end(SignInFailure.UNAVAILABLE, failure);
        }
        var isRefusal = "access_denied".equals(request.getParam("error"));
        return end(isRefusal ? SignInFailure.CANCELLED : SignInFailure.FAILED, failure);
    }

    @ServerExceptionMapper
    public Response unavailable(OIDCException failure) {
        return end(SignInFailure.UNAVAILABLE, failure);
    }

    @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
    public Uni<Response> notYet(RoutingContext context, SecurityException failure) {
        return Challenge.answer(context, failure)
                .onFailure(Outage::isBehind)
                .recoverWithItem(away -> end(SignInFailure.UNAVAILABLE, away));
    }

    private Response end(SignInFailure kind, Throwable failure) {
        LOG.infof("Sign-in %s: %s", kind.wireName(), reason(failure));
        metrics.notSignedIn(kind);
        return redirect(kind.page());
    }

    /** Why, without the claims of the token, which are nobody's business. */
    private static String reason(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .filter(InvalidJwtException.class::isInstance)
                .map(InvalidJwtException.class::cast)
                .map(invalid -> invalid.getErrorDetails().toString())
                .findFirst()
                .orElseGet(() ->
                        String.valueOf(failure.getMessage()).lines().findFirst().orElse(""));
    }

    private static Response redirect(String location) {
        return Response.status(Response.Status.FOUND)
                .header(HttpHeaders.LOCATION, location)
                .build();
    }
}
