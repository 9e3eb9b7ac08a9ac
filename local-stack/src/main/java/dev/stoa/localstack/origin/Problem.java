package dev.stoa.localstack.origin;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * An answer of the origin itself that is an error (RFC 9457).
 *
 * @param status HTTP status
 * @param type the last part of the problem's type
 * @param title the same for all of its type
 * @param detail what happened here and what to do next
 */
record Problem(int status, String type, String title, String detail) {
    static final String MEDIA_TYPE = "application/problem+json";

    static Problem notFound() {
        return new Problem(404, "not-found", "Not found", "There is nothing at this address. Check the path.");
    }

    static Problem foreignHost(String origin) {
        return new Problem(
                421, "foreign-host", "Not this site's address", "This site is reached at " + origin + " only.");
    }

    static Problem unavailable(Backend backend) {
        return new Problem(
                503,
                "unavailable",
                "Not available",
                backend.title() + " is starting or down. Try again in a few seconds.");
    }

    static Problem brokenOff(Backend backend) {
        return new Problem(
                502,
                "bad-gateway",
                "No whole answer",
                backend.title() + " broke off before it had answered. Try again.");
    }

    static Problem tooSlow(Backend backend) {
        return new Problem(
                504, "gateway-timeout", "No answer in time", backend.title() + " has not answered. Try again later.");
    }

    String json(@Nullable String path) {
        return new JsonObject()
                .put("type", "/problems/" + type)
                .put("title", title)
                .put("status", status)
                .put("detail", detail)
                .put("instance", path)
                .encode();
    }

    /** Answers the request, if nobody has answered it yet. */
    void answer(HttpServerRequest request) {
        var response = request.response();
        if (response.headWritten() || response.closed()) {
            request.connection().close();
            return;
        }
        response.setStatusCode(status)
                .putHeader("Content-Type", MEDIA_TYPE)
                .putHeader("Cache-Control", "no-store")
                .putHeader("X-Content-Type-Options", "nosniff");
        if (status == 503) response.putHeader("Retry-After", "2");
        response.end(json(request.path()));
    }
}
