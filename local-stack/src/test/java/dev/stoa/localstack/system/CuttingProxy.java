package dev.stoa.localstack.system;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** Stands before an origin and cuts each event stream as soon as it has told of a ticket. */
final class CuttingProxy implements AutoCloseable {
    private static final Set<String> PASSED_ON =
            Set.of("authorization", "content-type", "idempotency-key", "last-event-id");

    private final URI origin;
    private final HttpServer server;

    /** The {@code Last-Event-ID} of each stream that was opened, empty where there was none. */
    private final List<String> resumed = new CopyOnWriteArrayList<>();

    CuttingProxy(URI origin) throws IOException {
        this.origin = origin;
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::pass);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    List<String> resumed() {
        return List.copyOf(resumed);
    }

    private void pass(HttpExchange exchange) throws IOException {
        var request = HttpRequest.newBuilder(origin.resolve(exchange.getRequestURI()))
                .method(
                        exchange.getRequestMethod(),
                        HttpRequest.BodyPublishers.ofByteArray(
                                exchange.getRequestBody().readAllBytes()));
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (PASSED_ON.contains(name.toLowerCase())) request.header(name, values.getFirst());
        });
        try (exchange) {
            var answer = ApiClient.HTTP.send(request.build(), BodyHandlers.ofInputStream());
            answer.headers()
                    .firstValue("content-type")
                    .ifPresent(type -> exchange.getResponseHeaders().set("Content-Type", type));
            exchange.sendResponseHeaders(answer.statusCode(), 0);
            if (exchange.getRequestURI().getPath().endsWith("/events")) {
                var last = exchange.getRequestHeaders().getFirst("Last-Event-ID");
                resumed.add(last == null ? "" : last);
                passUntilATicketIsTold(answer, exchange);
            } else {
                answer.body().transferTo(exchange.getResponseBody());
            }
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    private static void passUntilATicketIsTold(HttpResponse<java.io.InputStream> answer, HttpExchange exchange)
            throws IOException {
        try (var lines = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
            boolean told = false;
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                exchange.getResponseBody().write((line + "\n").getBytes(StandardCharsets.UTF_8));
                exchange.getResponseBody().flush();
                told |= line.startsWith("event:") && line.endsWith("ticket");
                if (told && line.isEmpty()) return;
            }
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
