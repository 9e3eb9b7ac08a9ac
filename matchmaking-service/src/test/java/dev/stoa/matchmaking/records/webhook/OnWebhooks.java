package dev.stoa.matchmaking.records.webhook;

import dev.stoa.matchmaking.support.Receiver;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;

/** Tests of webhooks in a world of their own, which is empty when each of them begins, with a receiver. */
abstract class OnWebhooks {

    static WebhookWorld world;

    final Receiver receiver = new Receiver();

    @BeforeAll
    static void start() {
        world = new WebhookWorld();
    }

    @AfterAll
    static void stop() {
        world.close();
    }

    @AfterEach
    void clear() {
        world.clear();
        receiver.close();
    }
}
