package dev.stoa.matchmaking.problem;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Refuses bodies that announce themselves as too large; the HTTP server would do so without a word. */
@ApplicationScoped
class BodyLimit {

    private static final int TOO_LARGE = 413;
    private static final int BEFORE_THE_SERVERS_OWN = 100;

    private final long most;

    BodyLimit(@ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize most) {
        this.most = most.asLongValue();
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, BEFORE_THE_SERVERS_OWN);
    }

    private void check(RoutingContext context) {
        if (announced(context) <= most) {
            context.next();
            return;
        }
        JsonObject problem = new JsonObject()
                .put("type", "/problems/content-too-large")
                .put("status", TOO_LARGE)
                .put("title", "Content Too Large")
                .put("detail", ProblemFinish.advice(TOO_LARGE))
                .put("instance", context.request().path());
        // The rest of the body is not read, so the connection can't be used again.
        context.response()
                .setStatusCode(TOO_LARGE)
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/problem+json")
                .putHeader(HttpHeaders.CONNECTION, "close")
                .end(problem.toBuffer())
                .onComplete(ignored -> context.request().connection().close());
    }

    private static long announced(RoutingContext context) {
        String length = context.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        try {
            return length == null ? 0 : Long.parseLong(length);
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
