package dev.stoa.matchmaking;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.stoa.matchmaking.support.Receiver;
import dev.stoa.matchmaking.support.TestIntegrator;
import dev.stoa.matchmaking.support.TestWorld;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What did not arrive, or was not wanted then, is sent again. */
@QuarkusTest
@WithTestResource(TestWorld.class)
class WebhooksSentAgainTest {

    private final TestIntegrator school = TestIntegrator.with("tickets webhooks");
    private final Receiver receiver = new Receiver();

    @AfterEach
    void close() {
        receiver.close();
    }

    @Test
    void whatFailsIsSentAgainUnderTheSameId() {
        String id = school.webhook(receiver).getString("id");
        receiver.answering((request, call) -> request.response()
                .setStatusCode(receiver.calls().size() < 3 ? 500 : 200)
                .end());
        school.ask("student", "0541");

        await().until(() -> receiver.calls().size() == 3);
        assertEquals(
                1,
                new HashSet<>(receiver.calls().stream().map(Receiver.Call::id).toList()).size());
        assertEquals(
                1,
                receiver.calls().get(2).json().getList("data.ticket.languages").size());
        await().untilAsserted(() -> school.get("/webhooks/" + id + "/deliveries")
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].id", equalTo(receiver.calls().getFirst().id()))
                .body("items[0].state", equalTo("delivered"))
                .body("items[0].attempts", equalTo(3))
                .body("items[0].lastAttempt.status", equalTo(200)));
    }

    @Test
    void whatHasFailedForGoodIsSentAgainOnDemandInOrder() {
        String webhook = "/webhooks/" + school.webhook(receiver).getString("id");
        receiver.answering(500);
        Instant before = Instant.now();
        school.cancel(school.ask("student", "0541"));
        await().untilAsserted(
                        () -> school.get(webhook + "/deliveries?state=failed").body("items", hasSize(2)));
        assertEquals(8, receiver.calls().size());

        receiver.answering(204);
        school.post(
                        webhook + "/replay",
                        Map.of("since", Instant.now().plusSeconds(60).toString()))
                .statusCode(202)
                .body("replayed", equalTo(0));
        school.post(webhook + "/replay", Map.of("since", before.minusSeconds(60).toString()))
                .statusCode(202)
                .body("replayed", equalTo(2));
        await().until(() -> receiver.calls().size() == 10);
        assertEquals(
                List.of("ticket.queued", "ticket.cancelled"), receiver.types().subList(8, 10));

        String delivered = receiver.calls().get(9).id();
        await().untilAsserted(
                        () -> school.get(webhook + "/deliveries/" + delivered).body("state", equalTo("delivered")));
        school.post(webhook + "/deliveries/" + delivered + "/replay").statusCode(202);
        await().until(() -> receiver.calls().size() == 11);
        assertEquals(delivered, receiver.calls().get(10).id());
        await().untilAsserted(() -> school.get(webhook + "/deliveries/" + delivered)
                .body("state", equalTo("delivered"))
                .body("attempts", equalTo(6)));
    }

    @Test
    void onlyWantedTypesAreSentAndWhatWasSkippedCanBeReplayed() {
        JsonPath webhook = school.post(
                        "/webhooks",
                        Map.of("url", receiver.url(), "events", List.of("ticket.cancelled"), "enabled", false))
                .statusCode(201)
                .body("disabledReason", equalTo("by-integrator"))
                .extract()
                .jsonPath();
        String path = "/webhooks/" + webhook.getString("id");
        school.cancel(school.ask("student", "0541"));
        await().untilAsserted(() ->
                school.get(path + "/deliveries").body("items", hasSize(1)).body("items[0].state", equalTo("skipped")));
        Map<String, String> all = Map.of("since", "2020-01-01T00:00:00Z");
        school.post(path + "/replay", all).statusCode(409).body("type", equalTo("/problems/webhook-disabled"));

        school.request()
                .header("If-Match", "\"1\"")
                .body(Map.of("enabled", true))
                .patch(path)
                .then()
                .statusCode(200);
        school.post(path + "/replay", all).statusCode(202).body("replayed", equalTo(1));
        await().until(() -> receiver.types().equals(List.of("ticket.cancelled")));
    }
}
