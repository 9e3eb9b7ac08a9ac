package dev.stoa.signaling.socket;

import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** What is said at every address but the socket's: problem details, as the other services say it. */
@Singleton
final class UnknownPaths {

    private static final int AFTER_ALL_ROUTES = Integer.MAX_VALUE - 1;

    void register(@Observes Router router) {
        router.route("/api/signaling/*").order(AFTER_ALL_ROUTES).handler(UnknownPaths::refuse);
    }

    private static void refuse(RoutingContext context) {
        var problem = new JsonObject()
                .put("type", "/problems/not-found")
                .put("title", "Not found")
                .put("status", 404)
                .put("detail", "There is nothing here. The WebSocket is at /api/signaling/v1/socket.")
                .put("instance", context.request().path());
        context.response()
                .setStatusCode(404)
                .putHeader("Content-Type", "application/problem+json")
                .end(problem.encode());
    }
}
