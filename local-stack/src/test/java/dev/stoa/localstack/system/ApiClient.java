package dev.stoa.localstack.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** Somebody with an access token who calls the REST APIs through the public origin. */
final class ApiClient {
    static final ObjectMapper JSON = new ObjectMapper();
    static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    /** Too much, or the instance is gone, stopping, or without something it needs. */
    private static final Set<Integer> NOT_NOW = Set.of(429, 502, 503, 504);

    private final String origin;
    private final String token;

    ApiClient(String origin, String token) {
        this.origin = origin;
        this.token = token;
    }

    record Answer(int status, JsonNode body) {
        JsonNode expect(int wanted) {
            if (status != wanted) throw new AssertionError("expected " + wanted + " but was " + status + ": " + body);
            return body;
        }
    }

    Answer get(String path) {
        return send("GET", path, null);
    }

    Answer post(String path, @Nullable Object body) {
        return send("POST", path, body);
    }

    Answer put(String path, Object body) {
        return send("PUT", path, body);
    }

    /** The same, again for as long as the answer is that the service is busy, as it asks its callers to do. */
    Answer patiently(String method, String path, @Nullable Object body) {
        return Awaitility.await(method + " " + path)
                .atMost(60, TimeUnit.SECONDS)
                .pollInterval(1, TimeUnit.SECONDS)
                .pollDelay(0, TimeUnit.SECONDS)
                .until(() -> send(method, path, body), answer -> answer.status() != 503);
    }

    /**
     * The same as a well-made client does it while instances come and go: with an idempotency key, again after everything
     * that says "not now", also when the connection breaks.
     */
    Answer stubbornly(String method, String path, @Nullable Object body) {
        var key = UUID.randomUUID().toString();
        return Awaitility.await(method + " " + path)
                .atMost(60, TimeUnit.SECONDS)
                .pollInterval(200, TimeUnit.MILLISECONDS)
                .pollDelay(0, TimeUnit.SECONDS)
                .ignoreException(UncheckedIOException.class)
                .until(() -> send(method, path, body, key), answer -> !isNotNow(answer));
    }

    /** The one that took the request before may be gone, and its answer is waited for until that is certain. */
    private static boolean isNotNow(Answer answer) {
        return NOT_NOW.contains(answer.status())
                || answer.body().path("type").asText().equals("/problems/request-in-flight");
    }

    Answer send(String method, String path, @Nullable Object body) {
        return send(method, path, body, null);
    }

    private Answer send(String method, String path, @Nullable Object body, @Nullable String key) {
        try {
            var request = request(path).timeout(Duration.ofSeconds(20));
            if (key != null && method.equals("POST")) request.header("Idempotency-Key", key);
            if (body == null) {
                request.method(method, BodyPublishers.noBody());
            } else {
                request.header("Content-Type", "application/json")
                        .method(method, BodyPublishers.ofString(JSON.writeValueAsString(body)));
            }
            var response = HTTP.send(request.build(), BodyHandlers.ofString());
            return new Answer(
                    response.statusCode(), JSON.readTree(response.body().isEmpty() ? "null" : response.body()));
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + path, e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Reads the account's event stream until it is closed; returns once the stream is open. */
    AutoCloseable events(BiConsumer<String, JsonNode> listener) {
        var request = request("/api/matchmaking/v1/events")
                .header("Accept", "text/event-stream")
                .build();
        var response = HTTP.sendAsync(request, BodyHandlers.ofInputStream()).join();
        if (response.statusCode() != 200) throw new AssertionError("events: " + response.statusCode());
        CompletableFuture.runAsync(() -> read(response, listener), Executors.newVirtualThreadPerTaskExecutor());
        return response.body();
    }

    private static void read(HttpResponse<java.io.InputStream> response, BiConsumer<String, JsonNode> listener) {
        try (var lines = new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
            String type = "message";
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("event:")) type = line.substring(6).strip();
                if (line.startsWith("data:")) listener.accept(type, JSON.readTree(line.substring(5)));
            }
        } catch (IOException closed) {
            // The reader's owner closed the stream.
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(origin + path)).header("Authorization", "Bearer " + token);
    }
}
