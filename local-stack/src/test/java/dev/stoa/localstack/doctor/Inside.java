package dev.stoa.localstack.doctor;

import dev.stoa.localstack.process.Ports;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.ServerWebSocket;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A small server for each that the edge leads to. It says who it is and what it was asked; below {@code /events} it sends one event
 * and then nothing, and what comes over a WebSocket goes back.
 */
final class Inside implements AutoCloseable {
    /** The entity tag of all answers. */
    static final String TAG = "\"3\"";

    private final Vertx vertx = Vertx.vertx();
    private final Map<String, Integer> ports = new LinkedHashMap<>();

    Inside() {
        for (var address : List.of(
                "identity.web:8080",
                "matchmaking.web:8080",
                "signaling-1:8080",
                "signaling-2:8080",
                "keycloak.web:8080",
                "web-ui:8080",
                "health_port 9000")) {
            int port = Ports.free();
            ports.put(address, port);
            var name = address.split(":")[0];
            vertx.createHttpServer()
                    .requestHandler(request -> answer(name, request))
                    .webSocketHandler(Inside::echo)
                    .listen(port, "127.0.0.1")
                    .toCompletionStage()
                    .toCompletableFuture()
                    .join();
        }
    }

    /** By name and port in the containers' network. */
    Map<String, Integer> ports() {
        return ports;
    }

    private static void answer(String name, HttpServerRequest request) {
        var response = request.response();
        if (request.path().endsWith("/events")) {
            response.setChunked(true)
                    .putHeader("Content-Type", "text/event-stream")
                    .putHeader("Cache-Control", "no-cache")
                    .write("id: 1\ndata: " + name + "\n\n");
            return;
        }
        var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        request.headers()
                .forEach(header ->
                        headers.merge(header.getKey(), header.getValue(), (one, other) -> one + ", " + other));
        response.putHeader("Content-Type", "application/json")
                .putHeader("ETag", TAG)
                .end(Json.write(Map.of("who", name, "asked", request.uri(), "headers", headers)));
    }

    private static void echo(ServerWebSocket socket) {
        socket.textMessageHandler(text -> socket.writeTextMessage(socket.path() + " " + text));
    }

    @Override
    public void close() {
        vertx.close();
    }
}
