package dev.stoa.signaling.socket;

import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;

/** Whose pages may connect. */
@Singleton
final class Origins {

    private final SocketConfig config;

    Origins(SocketConfig config) {
        this.config = config;
    }

    /** Of a WebSocket, with which every browser says its origin. */
    boolean allowsSocket(HttpServerRequest request) {
        var origin = request.getHeader("Origin");
        return origin != null && config.allowedOrigins().contains(origin);
    }

    /** Of a request, which carries no origin when a page only reads from its own. */
    boolean allowsRequest(HttpServerRequest request) {
        return request.getHeader("Origin") == null || allowsSocket(request);
    }
}
