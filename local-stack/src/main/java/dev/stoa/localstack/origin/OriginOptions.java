package dev.stoa.localstack.origin;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;

/**
 * What the origin is told.
 *
 * @param port on the loopback address; browsers reach it as {@code http://localhost:port}
 * @param site the built web-ui
 * @param embedding who may frame the join page
 * @param upstreams the instances behind each part
 */
public record OriginOptions(int port, Path site, Embedding embedding, Map<Backend, Upstream> upstreams) {
    /** As browsers name it. */
    URI uri() {
        return URI.create("http://" + authority());
    }

    /** What a browser sends as {@code Host}. */
    String authority() {
        return port == 80 ? "localhost" : "localhost:" + port;
    }
}
