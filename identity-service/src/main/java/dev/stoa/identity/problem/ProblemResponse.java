package dev.stoa.identity.problem;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;

/** Answers a request with a problem where no resource is at work. */
public final class ProblemResponse {

    private ProblemResponse() {}

    /** Ends the request with this problem. */
    public static void send(RoutingContext context, Problem kind) {
        var problem = kind.asException();
        context.response()
                .setStatusCode(problem.getStatusCode())
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/problem+json")
                .end(new JsonObject()
                        .put("type", problem.getType().toString())
                        .put("title", problem.getTitle())
                        .put("status", problem.getStatusCode())
                        .put("detail", problem.getDetail())
                        .put("instance", context.normalizedPath())
                        .toBuffer());
    }
}
