package dev.stoa.localstack.origin;

import dev.stoa.localstack.process.Ports;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.ServerWebSocket;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** An origin with real servers behind it: identity echoes, matchmaking is down, signaling talks on two of three ports. */
final class OpenOrigin implements AutoCloseable {
    static final Duration SOON = Duration.ofSeconds(30);

    private final Vertx vertx = Vertx.vertx();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final CompletableFuture<HttpServerRequest> stream = new CompletableFuture<>();
    private final int port = Ports.free();
    private final Origin origin;

    OpenOrigin(Path site) {
        this(site, Embedding.of(""));
    }

    OpenOrigin(Path site, Embedding embedding) {
        this(embedding, site);
        origin.open();
    }

    /** One whose parts are still starting, as far as it has been told. */
    static OpenOrigin notYet(Path site) {
        return new OpenOrigin(Embedding.of(""), site);
    }

    private OpenOrigin(Embedding embedding, Path site) {
        var nobody = new Upstream.Target(Ports.free(), 0);
        origin = Origin.start(new OriginOptions(
                port,
                site,
                embedding,
                Map.of(
                        Backend.IDENTITY, new Upstream(List.of(echo())),
                        Backend.MATCHMAKING, new Upstream(List.of(nobody)),
                        Backend.SIGNALING, new Upstream(List.of(socket("one"), nobody, socket("two"))))));
    }

    @Override
    public void close() {
        origin.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    void open() {
        origin.open();
    }

    int port() {
        return port;
    }

    String uri() {
        return origin.uri().toString();
    }

    HttpClient http() {
        return http;
    }

    /** The request for an event stream, once it has arrived behind the origin. */
    HttpServerRequest stream() {
        return stream.join();
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(uri() + path)).timeout(SOON);
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofString());
    }

    /** What comes back until nothing more does for a second, or until the origin closes. */
    String raw(String request) throws IOException {
        try (var socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout((int) SOON.toMillis());
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            var answer = new StringBuilder();
            try {
                for (int next = socket.getInputStream().read();
                        next >= 0;
                        next = socket.getInputStream().read()) {
                    answer.append((char) next);
                    socket.setSoTimeout(1_000);
                }
            } catch (SocketTimeoutException nothingMore) {
                return answer.toString();
            }
            return answer.toString();
        }
    }

    private Upstream.Target echo() {
        return serve(request -> {
            switch (request.path()) {
                case "/api/identity/v1/events" -> {
                    request.response()
                            .setChunked(true)
                            .putHeader("Content-Type", "text/event-stream")
                            .write(": open\n");
                    stream.complete(request);
                }
                case "/api/identity/v1/break" -> request.connection().close();
                default ->
                    request.body().onSuccess(body -> {
                        var headers = new StringBuilder();
                        request.headers()
                                .forEach((name, value) -> headers.append(name)
                                        .append(": ")
                                        .append(value)
                                        .append('\n'));
                        request.response()
                                .setStatusCode(201)
                                .end(request.method() + " " + request.uri() + " " + body + "\n" + headers);
                    });
            }
        });
    }

    private Upstream.Target socket(String name) {
        return serve(request -> {
            if (request.path().endsWith("refused")) {
                request.response()
                        .setStatusCode(401)
                        .putHeader("Content-Type", "application/problem+json")
                        .end("no pass");
                return;
            }
            request.toWebSocket().onSuccess(socket -> converse(name, request, socket));
        });
    }

    private static void converse(String name, HttpServerRequest request, ServerWebSocket socket) {
        socket.writeTextMessage("%s saw %s from %s"
                .formatted(name, request.getHeader("Origin"), request.getHeader("X-Forwarded-Host")));
        socket.textMessageHandler(text -> {
            if (text.startsWith("close ")) socket.close(Short.parseShort(text.substring(6)));
            else socket.writeTextMessage(text);
        });
    }

    private Upstream.Target serve(Handler<HttpServerRequest> handler) {
        var server = vertx.createHttpServer(new HttpServerOptions().addWebSocketSubProtocol("stoa.v1"))
                .requestHandler(handler)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        return new Upstream.Target(server.actualPort(), 0);
    }
}
