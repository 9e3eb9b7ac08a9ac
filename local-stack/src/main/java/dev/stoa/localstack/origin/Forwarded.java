package dev.stoa.localstack.origin;

import io.vertx.core.http.HttpServerRequest;
import java.util.List;

/** The headers that tell services how the browser reached the origin. What the browser itself says about that is thrown away. */
final class Forwarded {
    private static final List<String> FORGEABLE = List.of(
            "Forwarded",
            "X-Forwarded-For",
            "X-Forwarded-Host",
            "X-Forwarded-Port",
            "X-Forwarded-Prefix",
            "X-Forwarded-Proto",
            "X-Forwarded-Server",
            "X-Forwarded-Ssl",
            "X-Original-URL",
            "X-Real-IP",
            "X-Rewrite-URL");

    private Forwarded() {}

    static void stamp(HttpServerRequest request, OriginOptions options) {
        var headers = request.headers();
        FORGEABLE.forEach(headers::remove);
        headers.set("X-Forwarded-For", request.remoteAddress().hostAddress())
                .set("X-Forwarded-Proto", "http")
                .set("X-Forwarded-Host", options.authority())
                .set("X-Forwarded-Port", Integer.toString(options.port()));
    }
}
