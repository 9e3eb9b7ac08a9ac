package dev.stoa.signaling.socket;

import io.vertx.ext.web.Router;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** What is said at every address but those of the doors. */
@Singleton
final class UnknownPaths {

    private static final int AFTER_ALL_ROUTES = Integer.MAX_VALUE - 1;

    void register(@Observes Router router) {
        router.route("/api/signaling/*")
                .order(AFTER_ALL_ROUTES)
                .handler(context -> HttpProblem.NOT_FOUND.answer(context.request()));
    }
}
