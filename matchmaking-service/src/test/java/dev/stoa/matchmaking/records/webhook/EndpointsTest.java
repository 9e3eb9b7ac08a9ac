package dev.stoa.matchmaking.records.webhook;

import static dev.stoa.matchmaking.records.webhook.WebhookWorld.done;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stoa.matchmaking.api.seal.Seal;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.smallrye.mutiny.Uni;
import java.net.UnknownHostException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Webhooks that are tried out by hand. */
class EndpointsTest extends OnWebhooks {

    private static final String URL = "http://school.example/hook";
    private static final int MORE_THAN_AT_ONCE = 20;

    @Test
    void aSecretThatCannotBeOpenedTakesUpNoRoomForOtherTests() {
        Webhook webhook = world.create("int_school", receiver);
        Endpoints endpoints = endpoints(new Seal(Optional.of("another key than the one that has closed it")));

        for (int i = 0; i < MORE_THAN_AT_ONCE; i++) {
            HttpProblem problem =
                    assertThrows(HttpProblem.class, () -> done(endpoints.test(webhook.id(), "int_school")));
            assertEquals(501, problem.getStatusCode());
        }
    }

    @Test
    void aTestThatIsOverMakesRoomForTheNext() {
        Webhook webhook = world.create("int_school", receiver);
        Endpoints endpoints = endpoints(WebhookWorld.SEAL);

        for (int i = 0; i < MORE_THAN_AT_ONCE; i++) {
            assertTrue(done(endpoints.test(webhook.id(), "int_school")).delivered());
        }
    }

    @Test
    void aNameServerThatDoesNotAnswerIsNotTheUrlsFault() {
        Endpoints endpoints =
                endpoints(WebhookWorld.SEAL, host -> Uni.createFrom().nothing());

        HttpProblem problem = refusal(endpoints.check("int_school", URL));

        assertEquals(503, problem.getStatusCode());
        assertEquals("1", problem.getHeaders().get("Retry-After"));
    }

    @Test
    void aNameThatNobodyKnowsIsTheUrlsFault() {
        Endpoints endpoints =
                endpoints(WebhookWorld.SEAL, host -> Uni.createFrom().failure(new UnknownHostException(host)));

        assertEquals(400, refusal(endpoints.check("int_school", URL)).getStatusCode());
    }

    @Test
    void whoWaitsForManyNamesLeavesRoomForOthers() {
        AtomicInteger lookups = new AtomicInteger();
        Endpoints endpoints = endpoints(WebhookWorld.SEAL, host -> {
            lookups.incrementAndGet();
            return Uni.createFrom().nothing();
        });

        List<Uni<Void>> checks = Collections.nCopies(MORE_THAN_AT_ONCE, endpoints.check("int_school", URL));
        done(Uni.join().all(checks).andCollectFailures().onFailure().recoverWithNull());

        assertEquals(4, lookups.get());
        assertEquals(503, refusal(endpoints.check("int_school", URL)).getStatusCode());
        assertEquals(503, refusal(endpoints.check("int_club", URL)).getStatusCode());
        assertEquals(5, lookups.get());
    }

    private static HttpProblem refusal(Uni<Void> check) {
        return assertThrows(HttpProblem.class, () -> done(check));
    }

    private static Endpoints endpoints(Seal seal) {
        return endpoints(seal, host -> Uni.createFrom().nothing());
    }

    private static Endpoints endpoints(Seal seal, Names names) {
        WebhookConfig config = WebhookWorld.config();
        Doors doors = new Doors(names, new Addresses(List.of()));
        Webhooks webhooks = new Webhooks(world.database(), seal, config);
        return new Endpoints(
                world.queue().steps(), doors, WebhookWorld.sender(world.vertx(), config), webhooks, config);
    }
}
