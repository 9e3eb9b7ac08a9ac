package dev.stoa.identity.login;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Stops sign-in requests that quarkus-oidc would answer badly: a query too long for the state cookie, and a return from
 * the provider in a browser that keeps no cookies, which would go round in circles.
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
        var query = context.request().query();
        if (context.normalizedPath().equals(LoginPaths.LOGIN) && query != null && query.length() > LONGEST_QUERY) {
            redirect(context, LoginPaths.LOGIN);
        } else if (context.normalizedPath().equals(LoginPaths.CALLBACK) && !isExpected(context)) {
            metrics.notSignedIn(SignInFailure.FAILED);
            redirect(context, SignInFailure.FAILED.page());
        } else {
            context.next();
        }
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
