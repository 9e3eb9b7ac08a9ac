package dev.stoa.signaling.rig;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A page behind a network that lets no WebSocket through: events down, POST up. */
public final class TestStream implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PATIENCE = 30;

    private final HttpClient http = HttpClient.newHttpClient();
    private final BlockingQueue<JsonNode> events = new LinkedBlockingQueue<>();
    private final HttpResponse<Stream<String>> response;
    private volatile boolean answersPings = true;

    private TestStream(int port, String header, String credential, int pingPort) {
        try {
            response = http.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/signaling/v1/events"))
                            .header(header, credential)
                            .build(),
                    BodyHandlers.ofLines());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        Thread.ofVirtual().start(() -> listen(pingPort));
    }

    /** Opens a stream with a pass; pings are answered at {@code pingPort}, which may be another instance. */
    public static TestStream open(int port, int pingPort, String pass) {
        return new TestStream(port, "Authorization", "Bearer " + pass, pingPort);
    }

    /** Comes back with the session of a welcome. */
    public static TestStream comeBack(int port, JsonNode welcome, long last) {
        return new TestStream(
                port,
                "Stoa-Resume",
                "%s.%d.%s"
                        .formatted(
                                welcome.path("epoch").textValue(),
                                last,
                                welcome.path("session").textValue()),
                port);
    }

    public int status() {
        return response.statusCode();
    }

    /** The next message, which must be of that type; the end is of the type "close". */
    public JsonNode next(String type) {
        try {
            var message = events.poll(PATIENCE, TimeUnit.SECONDS);
            if (message == null || !message.path("type").asText("close").equals(type)) {
                throw new AssertionError("expected " + type + " but got " + message);
            }
            return message;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Leaves pings unanswered from now on, or answers them again. */
    public void answerPings(boolean answers) {
        answersPings = answers;
    }

    /** Posts messages to an instance, and gives its answer. */
    public static HttpResponse<String> post(int port, String session, long seen, String... messages) {
        return post(port, session, Long.toString(seen), "[" + String.join(",", Arrays.asList(messages)) + "]");
    }

    /** Posts any body. */
    public static HttpResponse<String> post(int port, String session, String seen, String body) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/signaling/v1/messages"))
                .header("Authorization", "Bearer " + session)
                .header("Stoa-Seq", seen)
                .header("Content-Type", "application/json")
                .header("Origin", TestPeer.ORIGIN)
                .POST(BodyPublishers.ofString(body))
                .build();
        try (var http = HttpClient.newHttpClient()) {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }

    private void listen(int pingPort) {
        String[] session = {""};
        boolean[] isPing = {false};
        try {
            response.body().forEach(line -> {
                if (line.startsWith("event: ")) {
                    isPing[0] = line.equals("event: ping");
                } else if (line.startsWith("data: ") && isPing[0]) {
                    isPing[0] = false;
                    if (answersPings) {
                        post(pingPort, session[0], 0);
                    }
                } else if (line.startsWith("data: ")) {
                    var message = read(line.substring("data: ".length()));
                    session[0] = message.path("session").asText(session[0]);
                    events.add(message);
                }
            });
        } catch (UncheckedIOException e) {
            // The stream broke, or this test is over.
        }
    }

    private static JsonNode read(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
