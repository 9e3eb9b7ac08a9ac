package dev.stoa.matchmaking.records.webhook;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stoa.matchmaking.support.Receiver;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Receivers that mean harm. */
class SenderTest {

    private static final Message MESSAGE = new Message("evt_1", "{\"type\":\"ping\"}", List.of(Secret.next()));

    private final Vertx vertx = Vertx.vertx();
    private final Receiver receiver = new Receiver();

    @AfterEach
    void close() {
        receiver.close();
        vertx.close();
    }

    @Test
    void whoeverNeverAnswersIsGivenUp() {
        receiver.answering((request, call) -> {});

        Attempt attempt = sendImpatiently(receiver.url());

        assertEquals("timeout", attempt.error());
        assertTrue(attempt.took() < 9_000, "took " + attempt.took());
    }

    @Test
    void ofAnEndlessAnswerALittleIsReadAndItsStatusCounts() {
        AtomicBoolean cut = new AtomicBoolean();
        receiver.answering((request, call) -> {
            request.response().closeHandler(ignored -> cut.set(true));
            request.response().setStatusCode(200).setChunked(true);
            vertx.setPeriodic(1, timer -> {
                if (request.response().closed()) {
                    vertx.cancelTimer(timer);
                } else {
                    request.response().write(Buffer.buffer(new byte[4_096]));
                }
            });
        });

        Attempt attempt = send(receiver.url());

        assertTrue(attempt.delivered());
        await("the end of the answer").atMost(Duration.ofSeconds(30)).untilTrue(cut);
    }

    @Test
    void anAnswerThatDripsIsCutToo() {
        AtomicBoolean cut = new AtomicBoolean();
        receiver.answering((request, call) -> {
            request.response().closeHandler(ignored -> cut.set(true));
            request.response().setStatusCode(200).setChunked(true);
            vertx.setPeriodic(200, timer -> {
                if (request.response().closed()) {
                    vertx.cancelTimer(timer);
                } else {
                    request.response().write("x");
                }
            });
        });

        assertTrue(sendImpatiently(receiver.url()).delivered());
        await("the end of the answer").atMost(Duration.ofSeconds(30)).untilTrue(cut);
    }

    @Test
    void redirectsAreNotFollowed() {
        try (Receiver inside = new Receiver()) {
            receiver.answering((request, call) -> request.response()
                    .setStatusCode(307)
                    .putHeader("Location", inside.url())
                    .end());

            Attempt attempt = send(receiver.url());

            assertEquals(307, attempt.status());
            assertTrue(!attempt.delivered() && inside.calls().isEmpty());
        }
    }

    private Attempt send(String url) {
        return send(url, WebhookWorld.config());
    }

    private Attempt sendImpatiently(String url) {
        return send(url, WebhookWorld.config("timeout", "1s"));
    }

    private Attempt send(String url, WebhookConfig config) {
        return WebhookWorld.done(WebhookWorld.sender(vertx, config).send(url, MESSAGE));
    }
}
