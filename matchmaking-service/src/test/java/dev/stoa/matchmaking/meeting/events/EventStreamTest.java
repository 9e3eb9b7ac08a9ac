package dev.stoa.matchmaking.meeting.events;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.stoa.matchmaking.api.account.Who;
import dev.stoa.matchmaking.queue.EventId;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Where a stream begins and ends for its reader. */
class EventStreamTest {

    private static final Item ITEM = new Item("1-0", "standing", "{\"type\":\"standing\"}");

    private final Vertx vertx = Vertx.vertx();
    private final HttpClient client = HttpClient.newHttpClient();

    @AfterEach
    void close() {
        client.shutdownNow();
        vertx.close();
    }

    @Test
    void whatWasMissedIsSentBeforeTheEnd() throws Exception {
        HttpResponse<String> answer = read(stream -> {
            stream.begin(List.of(ITEM), new EventId(1, 0));
            stream.end();
        });

        assertEquals(ITEM.encode().toString(), answer.body());
    }

    @Test
    void aStreamThatIsOverBeforeItBeginsSendsNothingButItsEnd() throws Exception {
        HttpResponse<String> answer = read(stream -> {
            stream.end();
            stream.begin(List.of(ITEM), new EventId(1, 0));
        });

        assertEquals(200, answer.statusCode());
        assertEquals(
                "text/event-stream", answer.headers().firstValue("content-type").orElseThrow());
        assertEquals("", answer.body());
    }

    @Test
    void aStreamThatGivesWaySaysSoLast() throws Exception {
        HttpResponse<String> answer = read(stream -> {
            stream.begin(List.of(ITEM), new EventId(1, 0));
            stream.giveWay();
        });

        assertEquals("%s%s".formatted(ITEM.encode(), Item.REPLACED.encode()), answer.body());
    }

    private HttpResponse<String> read(Consumer<EventStream> story) throws Exception {
        HttpServer server = vertx.createHttpServer()
                .requestHandler(request -> {
                    Who reader = new Who.Person("ada", false, Instant.now().plusSeconds(60), "");
                    Wire wire = new Wire(vertx, request, Duration.ofSeconds(5));
                    story.accept(new EventStream(reader, vertx.getOrCreateContext(), wire));
                })
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .get(5, TimeUnit.SECONDS);
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.actualPort()))
                .build();
        return client.sendAsync(request, HttpResponse.BodyHandlers.ofString()).get(5, TimeUnit.SECONDS);
    }
}
