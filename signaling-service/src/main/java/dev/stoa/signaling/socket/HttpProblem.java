package dev.stoa.signaling.socket;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;

/**
 * An error of the HTTP doors (RFC 9457).
 *
 * @param status HTTP status
 * @param type the last part of the problem's type
 * @param title the same for all of its type
 * @param detail what to do next
 */
record HttpProblem(int status, String type, String title, String detail) {

    static final HttpProblem NOT_FOUND = new HttpProblem(
            404,
            "not-found",
            "Not found",
            "There is nothing here. The WebSocket is at /api/signaling/v1/socket, the event stream at /api/signaling/v1/events.");
    static final HttpProblem BAD_REQUEST = new HttpProblem(
            400,
            "bad-request",
            "Bad request",
            "Send a JSON array of at most 32 messages, and the highest number received as Stoa-Seq.");
    static final HttpProblem UNAUTHORIZED = new HttpProblem(
            401,
            "unauthorized",
            "Unauthorized",
            "Send a fresh room pass as a bearer token, or a session as Stoa-Resume.");
    static final HttpProblem FOREIGN_ORIGIN =
            new HttpProblem(403, "foreign-origin", "Foreign origin", "Pages of this origin are not allowed here.");
    static final HttpProblem NOT_RESUMED = new HttpProblem(
            404, "not-resumed", "No such session", "The session cannot go on. Join with a fresh room pass.");
    static final HttpProblem TOO_LARGE =
            new HttpProblem(413, "body-too-large", "Body too large", "Send at most 128 KiB at once.");
    static final HttpProblem WRONG_TYPE =
            new HttpProblem(415, "unsupported-media-type", "Unsupported media type", "Send application/json.");
    static final HttpProblem TOO_MANY =
            new HttpProblem(429, "rate-limited", "Too many requests", "Wait a moment, then send the same again.");
    static final HttpProblem UNAVAILABLE = new HttpProblem(
            503, "unavailable", "Not available", "The service cannot do this just now. Try again in a moment.");

    private static final String RETRY_AFTER_SECONDS = "1";

    void answer(HttpServerRequest request) {
        var response = request.response();
        if (response.ended() || response.closed()) {
            return;
        }
        response.setStatusCode(status)
                .putHeader("Content-Type", "application/problem+json")
                .putHeader("Cache-Control", "no-store");
        if (status == TOO_MANY.status || status == UNAVAILABLE.status) {
            response.putHeader("Retry-After", RETRY_AFTER_SECONDS);
        }
        if (status == UNAUTHORIZED.status) {
            response.putHeader("WWW-Authenticate", "Bearer");
        }
        response.end(new JsonObject()
                .put("type", "/problems/" + type)
                .put("title", title)
                .put("status", status)
                .put("detail", detail)
                .put("instance", request.path())
                .encode());
    }
}
