package dev.stoa.identity.login;

import dev.stoa.identity.problem.Problem;
import dev.stoa.identity.problem.ProblemResponse;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;

/**
 * Stops sign-in requests that quarkus-oidc would answer badly: a host that is none, a query too long for the state
 * cookie, and a return from the provider in a browser that keeps no cookies, which would go round in circles.
 */
@ApplicationScoped
class SignInRequests {

    private static final int LONGEST_QUERY = 1_500;
    private static final int AFTER_THE_COOKIE_NAMES = 9_000;

    private final LoginMetrics metrics;

    SignInRequests(LoginMetrics metrics) {
        this.metrics = metrics;
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, AFTER_THE_COOKIE_NAMES);
    }

    private void check(RoutingContext context) {
        var path = context.normalizedPath();
        if (!LoginPaths.isSignIn(path)) {
            context.next();
        } else if (!isFromAnOrigin(context)) {
            ProblemResponse.send(context, Problem.BAD_REQUEST);
        } else if (path.equals(LoginPaths.LOGIN) && isTooLong(context)) {
            redirect(context, LoginPaths.LOGIN);
        } else if (path.equals(LoginPaths.CALLBACK) && !isExpected(context)) {
            metrics.notSignedIn(SignInFailure.FAILED);
            redirect(context, SignInFailure.FAILED.page());
        } else {
            context.next();
        }
    }

    /** Whether the host and port, from which the address to come back to is made, are sound. */
    private static boolean isFromAnOrigin(RoutingContext context) {
        try {
            var address = URI.create(context.request().absoluteURI());
            return address.getHost() != null && address.getUserInfo() == null;
        } catch (IllegalArgumentException garbage) {
            return false;
        }
    }

    private static boolean isTooLong(RoutingContext context) {
        var query = context.request().query();
        return query != null && query.length() > LONGEST_QUERY;
    }

    private static boolean isExpected(RoutingContext context) {
        return context.request().cookies().stream()
                .anyMatch(cookie -> cookie.getName().startsWith("q_"));
    }

    private static void redirect(RoutingContext context, String location) {
        context.response()
                .setStatusCode(302)
                .putHeader(HttpHeaders.LOCATION, location)
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .end();
    }
}
