package dev.stoa.matchmaking.problem;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.Response.Status;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Refuses bodies that announce themselves as too large, or don't say how large they are. The HTTP server would do so
 * without a word, and in the second case only in the middle of reading.
 */
@ApplicationScoped
class BodyLimit {

    private static final int BEFORE_THE_SERVERS_OWN = 100;

    private final long most;

    BodyLimit(@ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize most) {
        this.most = most.asLongValue();
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, BEFORE_THE_SERVERS_OWN);
    }

    private void check(RoutingContext context) {
        if (context.request().headers().contains(HttpHeaders.TRANSFER_ENCODING)) {
            refuse(context, Status.LENGTH_REQUIRED);
        } else if (announced(context) > most) {
            refuse(context, Status.REQUEST_ENTITY_TOO_LARGE);
        } else {
            context.next();
        }
    }

    private static void refuse(RoutingContext context, Status status) {
        JsonObject problem = new JsonObject()
                .put("type", Problems.type(status.getReasonPhrase()).toString())
                .put("status", status.getStatusCode())
                .put("title", status.getReasonPhrase())
                .put("detail", ProblemFinish.advice(status.getStatusCode()))
                .put("instance", context.request().path());
        // The rest of the body is not read, so the connection can't be used again.
        context.response()
                .setStatusCode(status.getStatusCode())
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
