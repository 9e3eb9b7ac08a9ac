package dev.stoa.localstack.origin;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** The web-ui's files. A path that names no file is a page of the web-ui itself, which routes in the browser. */
final class Site {
    private static final String POLICY = String.join(
            "; ",
            "default-src 'self'",
            "script-src 'self'",
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data: blob:",
            "media-src 'self' blob:",
            "connect-src 'self'",
            "base-uri 'none'",
            "form-action 'self'",
            "object-src 'none'",
            "frame-ancestors ");

    private static final Map<String, String> SECURITY = Map.of(
            "X-Content-Type-Options", "nosniff",
            "Referrer-Policy", "no-referrer",
            "Permissions-Policy",
                    "camera=(self), microphone=(self), display-capture=(self), fullscreen=(self), geolocation=(), payment=(), usb=()",
            "Cross-Origin-Opener-Policy", "same-origin",
            "Cross-Origin-Resource-Policy", "same-origin");

    private static final byte[] STARTING = starting();

    private final Vertx vertx;
    private final SiteFiles files;
    private final Embedding embedding;
    private final BooleanSupplier isOpen;

    Site(Vertx vertx, Path folder, Embedding embedding, BooleanSupplier isOpen) {
        this.vertx = vertx;
        this.embedding = embedding;
        this.isOpen = isOpen;
        this.files = new SiteFiles(folder);
    }

    void answer(HttpServerRequest request, String path) {
        if (!request.method().equals(HttpMethod.GET) && !isHead(request)) {
            request.response().putHeader("Allow", "GET, HEAD");
            new Problem(405, "method-not-allowed", "Method not allowed", "Pages can only be read. Use GET.")
                    .answer(request);
            return;
        }
        request.response().putHeader("Content-Security-Policy", POLICY + embedding.ancestors(path));
        if (isPage(path) && !isOpen.getAsBoolean()) {
            sendStarting(request);
            return;
        }
        boolean zip = String.valueOf(request.getHeader("Accept-Encoding")).contains("gzip");
        vertx.executeBlocking(() -> find(path), false)
                .onSuccess(file -> file.ifPresentOrElse(
                        found -> send(request, found, zip),
                        () -> Problem.notFound().answer(request)))
                .onFailure(unreadable -> Problem.notFound().answer(request));
    }

    private Optional<SiteFiles.File> find(String path) throws IOException {
        var file = files.find(path);
        return file.isPresent() || !isPage(path) ? file : files.find("/index.html");
    }

    private static boolean isPage(String path) {
        return !path.substring(path.lastIndexOf('/') + 1).contains(".");
    }

    private static void sendStarting(HttpServerRequest request) {
        var response = request.response().setStatusCode(503);
        SECURITY.forEach(response::putHeader);
        response.putHeader("Content-Type", "text/html; charset=utf-8")
                .putHeader("Cache-Control", "no-store")
                .putHeader("Retry-After", "1")
                .putHeader("Refresh", "1");
        end(request, response, STARTING);
    }

    private static byte[] starting() {
        try (var page = Objects.requireNonNull(Site.class.getResourceAsStream("/origin/starting.html"))) {
            return page.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void send(HttpServerRequest request, SiteFiles.File file, boolean zip) {
        var response = request.response();
        SECURITY.forEach(response::putHeader);
        var zipped = zip ? file.zipped() : null;
        var tag = "\"" + file.hash() + (zipped == null ? "\"" : "-gz\"");
        response.putHeader("Content-Type", file.mediaType())
                .putHeader("Cache-Control", caching(file.path()))
                .putHeader("Vary", "Accept-Encoding")
                .putHeader("ETag", tag);
        if (tag.equals(request.getHeader("If-None-Match"))) {
            response.setStatusCode(304).end();
            return;
        }
        if (zipped != null) response.putHeader("Content-Encoding", "gzip");
        end(request, response, zipped == null ? file.bytes() : zipped);
    }

    private static boolean isHead(HttpServerRequest request) {
        return request.method().equals(HttpMethod.HEAD);
    }

    private static void end(HttpServerRequest request, HttpServerResponse response, byte[] body) {
        response.putHeader("Content-Length", Integer.toString(body.length));
        if (isHead(request)) response.end();
        else response.end(Buffer.buffer(body));
    }

    /** Names in {@code /assets/} carry a hash of what is in them; the page that names them must always be fresh. */
    private static String caching(String path) {
        if (path.equals("/index.html")) return "no-store";
        return path.startsWith("/assets/") ? "public, max-age=31536000, immutable" : "no-cache";
    }
}
