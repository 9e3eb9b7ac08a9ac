package dev.stoa.localstack.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Somebody signed in, at the REST APIs. */
final class Visitor implements AutoCloseable {
    private static final String API = "/api/matchmaking/v1";

    private final Web web;
    private final URI site;
    private final JsonNode session;
    private final BlockingQueue<JsonNode> events = new LinkedBlockingQueue<>();
    private @Nullable InputStream stream;

    Visitor(Web web, URI site, JsonNode session) {
        this.web = web;
        this.site = site;
        this.session = session;
    }

    String name() {
        return session.path("account").path("displayName").asText();
    }

    /** Codes of the fields in which this account may help. */
    List<String> verifiedFields() {
        return session.path("account")
                .path("fields")
                .valueStream()
                .filter(field -> field.path("verified").asBoolean())
                .map(field -> field.path("code").asText())
                .toList();
    }

    JsonNode get(String path) {
        return call("GET", path, BodyPublishers.noBody());
    }

    JsonNode post(String path, Object body) {
        return call("POST", path, BodyPublishers.ofString(Json.write(body)));
    }

    JsonNode post(String path) {
        return call("POST", path, BodyPublishers.noBody());
    }

    JsonNode put(String path, Object body) {
        return call("PUT", path, BodyPublishers.ofString(Json.write(body)));
    }

    void delete(String path) {
        call("DELETE", path, BodyPublishers.noBody());
    }

    /** Starts to listen to what happens to this account. */
    void listen() {
        var answer = web.send(request("/events").header("Accept", "text/event-stream"), BodyHandlers.ofInputStream());
        if (answer.statusCode() != 200) throw new Sickness("The event stream answers %d.", answer.statusCode());
        stream = answer.body();
        Thread.ofVirtual().start(() -> read(answer.body()));
    }

    /** The next event of this type; others are thrown away. */
    JsonNode await(String type, Duration patience) {
        var end = System.nanoTime() + patience.toNanos();
        try {
            for (; ; ) {
                var event = events.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
                if (event == null) {
                    throw new Sickness(
                            "%s heard nothing of \"%s\" for %d s. Does the edge keep back responses (server-sent events must"
                                    + " not be buffered)?",
                            name(), type, patience.toSeconds());
                }
                if (event.path("type").asText().equals(type)) return event;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Sickness("interrupted");
        }
    }

    private void read(InputStream from) {
        try (var lines = new BufferedReader(new InputStreamReader(from, StandardCharsets.UTF_8))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("data:")) events.add(Json.read(line.substring(5)));
            }
        } catch (IOException closed) {
            // By its owner, or by the other side: whoever waits for an event says that it did not come.
        }
    }

    private JsonNode call(String method, String path, BodyPublisher body) {
        var request = request(path).method(method, body).header("Content-Type", "application/json");
        if (method.equals("POST"))
            request.header("Idempotency-Key", UUID.randomUUID().toString());
        var answer = web.send(request);
        if (answer.statusCode() / 100 != 2) {
            throw new Sickness(
                    "%s %s of %s is answered %d: %s", method, API + path, name(), answer.statusCode(), answer.body());
        }
        return Json.read(answer.body().isEmpty() ? "null" : answer.body());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(site.resolve(API + path))
                .header("Authorization", "Bearer " + session.path("accessToken").asText());
    }

    @Override
    public void close() {
        try {
            if (stream != null) stream.close();
        } catch (IOException e) {
            // Nothing is left to be closed then.
        }
    }
}
