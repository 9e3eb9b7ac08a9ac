package dev.stoa.matchmaking.records.webhook;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stoa.matchmaking.api.page.Cursor;
import dev.stoa.matchmaking.support.Receiver;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Receivers that are silent, slow, broken or gone: what it costs them, and that it costs nobody else anything. */
class BadReceiversTest extends OnWebhooks {

    @Test
    void aReceiverThatDoesNotAnswerHoldsUpNobodyElse() {
        try (Receiver silent = new Receiver().answering((request, call) -> {})) {
            world.create("int_slow", silent);
            world.create("int_school", receiver);
            world.start(
                    "at-once",
                    "4",
                    "at-once-per-webhook",
                    "2",
                    "behind-after",
                    "100ms",
                    "timeout",
                    "60s",
                    "lease",
                    "90s");
            for (int i = 0; i < 20; i++) {
                world.event("int_slow", i);
                world.event("int_school", i);
            }

            await("all that the other one is called for")
                    .until(() -> receiver.calls().size() == 20);
            assertTrue(
                    silent.calls().size() <= 2, "in flight: " + silent.calls().size());
        }
    }

    @Test
    void howeverManyAreBehindOneThatKeepsUpIsCalled() {
        try (Receiver silent = new Receiver().answering((request, call) -> {})) {
            for (int i = 0; i < 6; i++) {
                world.create("int_slow", silent);
            }
            IntStream.range(0, 8).forEach(i -> world.event("int_slow", i));
            world.start(
                    "at-once", "12", "at-once-behind", "4", "behind-after", "500ms", "timeout", "90s", "lease", "120s");
            await().until(() -> silent.calls().size() == 6 + 4);

            world.create("int_school", receiver);
            world.run("update webhook set served_at = now() + interval '1 day' where integrator = 'int_school'");
            world.event("int_school", 1);

            await().until(() -> receiver.calls().size() == 1);
            assertEquals(6 + 4, silent.calls().size());
        }
    }

    @Test
    void aWebhookThatIsBehindIsCalledSeveralTimesAtOnce() {
        receiver.answering((request, call) -> {});
        world.create("int_school", receiver);
        world.start("at-once-per-webhook", "5", "behind-after", "100ms", "timeout", "60s", "lease", "90s");
        IntStream.range(0, 20).forEach(i -> world.event("int_school", i));

        await().until(() -> receiver.calls().size() == 5);
        assertEquals(5, world.count("leased_until > now()"));
    }

    @Test
    void whoeverIsGoneIsCalledNoMore() {
        receiver.answering(410);
        Webhook webhook = world.create("int_school", receiver);
        world.start();
        world.event("int_school", 1);

        await().until(() -> !world.get(webhook, "int_school").enabled());
        assertEquals("gone", world.get(webhook, "int_school").disabledReason());
        world.event("int_school", 2);
        await().until(() -> world.count("state = 'skipped'") == 1);
        assertEquals(1, receiver.calls().size());
        assertEquals(1, world.count("state = 'failed'"));
    }

    @Test
    void aWebhookThatFailsForDaysIsDisabledAndSaysSo() {
        receiver.answering(500);
        Webhook webhook = world.create("int_school", receiver);
        world.start("disable-after", "5d");
        world.event("int_school", 1);

        await().until(() -> world.get(webhook, "int_school").failingSince() != null);
        assertTrue(world.get(webhook, "int_school").enabled());
        world.run("update webhook set failing_since = now() - interval '6 days'");
        world.event("int_school", 2);
        await().until(() -> !world.get(webhook, "int_school").enabled());
        assertEquals("failing", world.get(webhook, "int_school").disabledReason());
        assertEquals(2, world.get(webhook, "int_school").revision());
    }

    @Test
    void oneSuccessEndsTheTimeOfFailing() {
        receiver.answering((request, call) -> request.response()
                .setStatusCode(receiver.calls().size() < 2 ? 500 : 200)
                .end());
        Webhook webhook = world.create("int_school", receiver);
        world.start();
        world.event("int_school", 1);

        await().until(() -> world.count("state = 'delivered'") == 1);
        await().until(() -> world.get(webhook, "int_school").failingSince() == null);
    }

    @Test
    void aReceiverThatAsksForAPauseGetsIt() {
        receiver.answering((request, call) -> request.response()
                .setStatusCode(429)
                .putHeader("Retry-After", "3600")
                .end());
        Webhook webhook = world.create("int_school", receiver);
        world.start();
        world.event("int_school", 1);

        await().until(() -> world.count("attempts = 1") == 1);
        Delivery delivery = WebhookWorld.done(
                        world.deliveries().list(webhook.id(), "int_school", null, Cursor.START, 10))
                .items()
                .getFirst();
        Instant next = Objects.requireNonNull(delivery.nextAttemptAt());
        assertTrue(next.isAfter(Instant.now().plusSeconds(3_500)), next.toString());
        assertEquals(429, Objects.requireNonNull(delivery.lastAttempt()).status());
    }
}
