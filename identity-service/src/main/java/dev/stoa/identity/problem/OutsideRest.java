package dev.stoa.identity.problem;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The problems of requests that no resource gets to see, which Quarkus would answer without a word: bodies that announce
 * to be too long, and addresses that lead nowhere.
 */
@ApplicationScoped
class OutsideRest {

    private static final int BEFORE_QUARKUS = 20_000;
    private static final int AFTER_ALL_ROUTES = Integer.MAX_VALUE - 1;

    private final long longestBody;

    OutsideRest(@ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize longestBody) {
        this.longestBody = longestBody.asLongValue();
    }

    void registerFilter(@Observes Filters filters) {
        filters.register(this::checkLength, BEFORE_QUARKUS);
    }

    void registerRoute(@Observes Router router) {
        router.route("/api/identity/*")
                .order(AFTER_ALL_ROUTES)
                .handler(context -> ProblemResponse.send(context, Problem.NOT_FOUND));
    }

    private void checkLength(RoutingContext context) {
        var length = context.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length == null || Long.parseLong(length) <= longestBody) {
            context.next();
        } else {
            context.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
            ProblemResponse.send(context, Problem.BODY_TOO_LARGE);
        }
    }
}
