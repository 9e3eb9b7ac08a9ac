package dev.stoa.localstack.origin;

import static dev.stoa.localstack.origin.OpenOrigin.SOON;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What passes the origin, what does not, and what is changed on the way. */
class OriginTest {
    @TempDir
    private Path site;

    private OpenOrigin origin;

    @BeforeEach
    void open() throws Exception {
        origin = new OpenOrigin(site);
    }

    @AfterEach
    void close() {
        origin.close();
    }

    @Test
    void passesARequestOnUnchanged() throws Exception {
        var answer =
                origin.send(origin.request("/api/identity/v1/me?q=a%20b").PUT(BodyPublishers.ofString("{\"ä\":1}")));

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.body()).startsWith("PUT /api/identity/v1/me?q=a%20b {\"ä\":1}");
    }

    @Test
    void overwritesWhatAClientSaysAboutWhereItComesFrom() throws Exception {
        var answer = origin.send(origin.request("/api/identity/v1/me")
                .header("X-Forwarded-For", "6.6.6.6")
                .header("X-Forwarded-Host", "evil.example")
                .header("X-Forwarded-Proto", "https")
                .header("X-Forwarded-Prefix", "/evil")
                .header("Forwarded", "for=6.6.6.6;host=evil.example")
                .header("X-Real-IP", "6.6.6.6"));

        assertThat(answer.body())
                .doesNotContain("6.6.6.6", "evil", "https")
                .contains("X-Forwarded-For: 127.0.0.1")
                .contains("X-Forwarded-Host: localhost:" + origin.port())
                .contains("X-Forwarded-Port: " + origin.port())
                .contains("X-Forwarded-Proto: http");
    }

    @Test
    void hidesTheInsideWithProblemDetails() throws Exception {
        for (var path : List.of("/q/health", "/auth/admin/", "/api/identity/../../q/health", "/api/nothing")) {
            var answer = origin.send(origin.request(path));

            assertThat(answer.statusCode()).as(path).isEqualTo(404);
            assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
            assertThat(answer.body()).contains("\"type\":\"/problems/not-found\"", "\"instance\":");
        }
    }

    @Test
    void aPartThatIsDownIsAnsweredForWithProblemDetails() throws Exception {
        var answer = origin.send(origin.request("/api/matchmaking/v1/tickets"));

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).contains("2");
        assertThat(answer.body()).contains("matchmaking-service is starting or down");
    }

    @Test
    void aPartThatBreaksOffIsAnsweredForWithProblemDetails() throws Exception {
        var answer = origin.send(origin.request("/api/identity/v1/break"));

        assertThat(answer.statusCode()).isEqualTo(502);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    }

    @Test
    void eventsArriveWhenTheyAreSentAndNotWhenTheStreamEnds() throws Exception {
        var answer =
                origin.http().send(origin.request("/api/identity/v1/events").build(), BodyHandlers.ofInputStream());
        var events = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8));
        var response = origin.stream().response();
        assertThat(events.readLine()).isEqualTo(": open");

        for (int number = 1; number <= 3; number++) {
            response.write("data: " + number + "\n");

            assertThat(next(events)).succeedsWithin(SOON).isEqualTo("data: " + number);
        }
    }

    @Test
    void theServiceNoticesThatAnEventStreamsReaderIsGone() throws Exception {
        var answer =
                origin.http().send(origin.request("/api/identity/v1/events").build(), BodyHandlers.ofInputStream());
        var closed = new CompletableFuture<Void>();
        origin.stream().response().closeHandler(closed::complete);

        answer.body().close();

        assertThat(closed).succeedsWithin(SOON);
    }

    @Test
    void onlyItsOwnNameIsAnswered() throws Exception {
        var byAddress = origin.http()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + origin.port() + "/call?a=b"))
                                .build(),
                        BodyHandlers.ofString());

        assertThat(byAddress.statusCode()).isEqualTo(308);
        assertThat(byAddress.headers().firstValue("Location")).contains(origin.uri() + "/call?a=b");
        assertThat(origin.raw("GET / HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 421");
    }

    private static CompletableFuture<String> next(BufferedReader lines) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return lines.readLine();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
