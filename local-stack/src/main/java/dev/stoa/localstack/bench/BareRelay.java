package dev.stoa.localstack.bench;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.ServerWebSocket;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The smallest signaling there can be: a page with bare WebRTC, and a socket that copies each message to the others. */
final class BareRelay implements AutoCloseable {
    private final Vertx vertx = Vertx.vertx();
    private final List<ServerWebSocket> sockets = new CopyOnWriteArrayList<>();
    private final HttpServer server;

    BareRelay() throws IOException {
        var page = page();
        server = vertx.createHttpServer(
                        new HttpServerOptions().setHost("127.0.0.1").setPort(0))
                .requestHandler(request -> request.response()
                        .putHeader("Content-Type", "text/html")
                        .end(page))
                .webSocketHandler(this::relay)
                .listen()
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    String pageUrl() {
        return "http://localhost:" + port() + "/";
    }

    int port() {
        return server.actualPort();
    }

    private void relay(ServerWebSocket socket) {
        sockets.add(socket);
        socket.closeHandler(closed -> sockets.remove(socket));
        socket.textMessageHandler(message -> sockets.stream()
                .filter(other -> !other.equals(socket))
                .forEach(other -> other.writeTextMessage(message)));
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private static String page() throws IOException {
        try (InputStream page = BareRelay.class.getResourceAsStream("/browser/bare.html")) {
            if (page == null) throw new IllegalStateException("browser/bare.html is not on the class path");
            return new String(page.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        }
    }
}
