package dev.stoa.matchmaking.problem;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.Response.Status;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Refuses bodies that announce themselves as too large, or don't say how large they are. The HTTP server would do so
 * without a word, and in the second case only in the middle of reading.
 */
@ApplicationScoped
class BodyLimit {

    private static final int BEFORE_THE_SERVERS_OWN = 100;
    /** Bytes; whoever sends more than that after all is not answered. */
    private static final long MOST_DISCARDED = 1024 * 1024;

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
        HttpServerRequest request = context.request();
        AtomicLong patience = new AtomicLong(MOST_DISCARDED);
        // Closing a connection that holds unread bytes resets it, and the answer is lost with it.
        request.handler(bytes -> {
            if (patience.addAndGet(-bytes.length()) < 0) {
                request.connection().close();
            }
        });
        request.endHandler(end -> answer(context, status));
        request.resume();
    }

    private static void answer(RoutingContext context, Status status) {
        JsonObject problem = new JsonObject()
                .put("type", Problems.type(status.getReasonPhrase()).toString())
                .put("status", status.getStatusCode())
                .put("title", status.getReasonPhrase())
                .put("detail", ProblemFinish.advice(status.getStatusCode()))
                .put("instance", context.request().path());
        context.response()
                .setStatusCode(status.getStatusCode())
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/problem+json")
                .end(problem.toBuffer());
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
