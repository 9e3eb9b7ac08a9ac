package dev.stoa.identity.problem;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The problems of requests that no resource gets to see, which Quarkus would answer without a word: bodies that announce
 * to be too long, and addresses that lead nowhere.
 */
@ApplicationScoped
class OutsideRest {

    private static final int BEFORE_QUARKUS = 20_000;
    /** Bytes; whoever sends more than that after all is not answered. */
    private static final long MOST_DISCARDED = 1024 * 1024;

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
            discardBody(context);
        }
    }

    /** Closing a connection that holds unread bytes would reset it, and the answer would be lost with it. */
    private static void discardBody(RoutingContext context) {
        var request = context.request();
        var patience = new AtomicLong(MOST_DISCARDED);
        request.handler(bytes -> {
            if (patience.addAndGet(-bytes.length()) < 0) {
                request.connection().close();
            }
        });
        request.endHandler(end -> ProblemResponse.send(context, Problem.BODY_TOO_LARGE));
        request.resume();
    }
}
