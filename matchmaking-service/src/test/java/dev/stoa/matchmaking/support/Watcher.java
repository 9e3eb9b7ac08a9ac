package dev.stoa.matchmaking.support;

import static org.awaitility.Awaitility.await;

import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** Reads an event stream as a page does. */
public final class Watcher implements AutoCloseable {

    /** An event; {@code id} is empty when it has none. */
    public record Event(String id, String type, JsonPath data) {}

    private final HttpClient http = HttpClient.newHttpClient();
    private final List<Event> events = new CopyOnWriteArrayList<>();
    private final HttpResponse<Stream<String>> response;
    private volatile boolean ended;

    private Watcher(ApiCaller caller, String lastEventId) {
        int port = RestAssured.port;
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + port + ApiCaller.BASE + "/events"))
                .header("Authorization", "Bearer " + caller.token())
                .header("Accept", "text/event-stream");
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId);
        }
        try {
            response = http.send(request.build(), HttpResponse.BodyHandlers.ofLines());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
        Thread.ofVirtual().start(this::read);
    }

    /** Opens a fresh stream. */
    public static Watcher of(ApiCaller caller) {
        Watcher watcher = new Watcher(caller, null);
        watcher.next("standing");
        return watcher;
    }

    /** Opens a fresh stream of an integrator. */
    public static Watcher ofIntegrator(ApiCaller integrator) {
        Watcher watcher = new Watcher(integrator, null);
        watcher.next("begin");
        return watcher;
    }

    /** Opens a stream that goes on after an event. */
    public static Watcher of(ApiCaller caller, String lastEventId) {
        return new Watcher(caller, lastEventId);
    }

    private void read() {
        String id = "";
        String type = "";
        try {
            for (String line : (Iterable<String>) response.body()::iterator) {
                String value = line.substring(line.indexOf(':') + 1).strip();
                if (line.startsWith("id:")) {
                    id = value;
                } else if (line.startsWith("event:")) {
                    type = value;
                } else if (line.startsWith("data:")) {
                    events.add(new Event(id, type, JsonPath.from(value)));
                } else if (line.isEmpty()) {
                    id = "";
                }
            }
        } catch (RuntimeException cut) {
            // The connection was cut, which the test may well want.
        }
        ended = true;
    }

    public HttpResponse<Stream<String>> response() {
        return response;
    }

    public boolean ended() {
        return ended;
    }

    /** All events so far that have an id. */
    public List<Event> events() {
        return events.stream().filter(event -> !event.id().isEmpty()).toList();
    }

    /** Types of all events so far that have an id. */
    public List<String> types() {
        return events().stream().map(Event::type).toList();
    }

    /** All events so far, also those without an id. */
    public List<Event> all() {
        return List.copyOf(events);
    }

    /** Waits for an event of a type and gives the first one. */
    public JsonPath next(String type) {
        await("an event " + type)
                .atMost(Duration.ofSeconds(30))
                .until(() -> events.stream().anyMatch(event -> event.type().equals(type)));
        return events.stream()
                .filter(event -> event.type().equals(type))
                .findFirst()
                .orElseThrow()
                .data();
    }

    /** Id of the newest event. */
    public String lastId() {
        return events().getLast().id();
    }

    @Override
    public void close() {
        http.shutdownNow();
        response.body().close();
    }
}
