package dev.stoa.matchmaking.records.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stoa.matchmaking.api.seal.Seal;
import io.quarkiverse.resteasy.problem.HttpProblem;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Webhooks that are tried out by hand. */
class EndpointsTest extends OnWebhooks {

    private static final int MORE_THAN_AT_ONCE = 20;

    @Test
    void aSecretThatCannotBeOpenedTakesUpNoRoomForOtherTests() {
        Webhook webhook = world.create("int_school", receiver);
        Endpoints endpoints = endpoints(new Seal(Optional.of("another key than the one that has closed it")));

        for (int i = 0; i < MORE_THAN_AT_ONCE; i++) {
            HttpProblem problem = assertThrows(
                    HttpProblem.class, () -> WebhookWorld.done(endpoints.test(webhook.id(), "int_school")));
            assertEquals(501, problem.getStatusCode());
        }
    }

    @Test
    void aTestThatIsOverMakesRoomForTheNext() {
        Webhook webhook = world.create("int_school", receiver);
        Endpoints endpoints = endpoints(WebhookWorld.SEAL);

        for (int i = 0; i < MORE_THAN_AT_ONCE; i++) {
            assertTrue(WebhookWorld.done(endpoints.test(webhook.id(), "int_school"))
                    .delivered());
        }
    }

    private static Endpoints endpoints(Seal seal) {
        WebhookConfig config = WebhookWorld.config();
        Doors doors = new Doors(host -> null, new Addresses(List.of()));
        Webhooks webhooks = new Webhooks(world.database(), seal, config);
        return new Endpoints(
                world.queue().steps(), doors, WebhookWorld.sender(world.vertx(), config), webhooks, config);
    }
}
