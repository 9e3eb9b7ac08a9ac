package dev.stoa.matchmaking;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stoa.matchmaking.support.Guest;
import dev.stoa.matchmaking.support.Person;
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

/** What happens to an integrator's tickets is sent to its webhooks. */
@QuarkusTest
@WithTestResource(TestWorld.class)
class WebhooksTest {

    private final TestIntegrator school = TestIntegrator.with("tickets webhooks");
    private final Receiver receiver = new Receiver();

    @AfterEach
    void close() {
        receiver.close();
    }

    @Test
    void whatHappensToATicketIsSentInOrderAndSigned() {
        JsonPath webhook = create(school, receiver);
        Person bob = Person.named("Bob").offering("0612");
        JsonPath ticket = ask(school, "student", "0612");
        Guest ada = Guest.of(ticket.getString("joinLink"));
        bob.beAvailable("0612");
        String match = bob.meet(ada);
        bob.post("/matches/" + match + "/leave").statusCode(204);
        await().until(() -> receiver.types().contains("match.ended"));
        bob.stop();

        List<String> types = receiver.types();
        assertEquals("ticket.queued", types.getFirst());
        assertTrue(types.indexOf("ticket.offered") < types.indexOf("ticket.matched"), types.toString());
        assertTrue(types.indexOf("ticket.matched") < types.indexOf("match.ended"), types.toString());
        for (Receiver.Call call : receiver.calls()) {
            assertEquals(1, call.signaturesBy(webhook.getString("secret")));
            assertEquals(ticket.getString("id"), call.json().getString("data.ticketId"));
            assertEquals("student", call.json().getString("data.learner.externalId"));
            assertTrue(Instant.parse(call.json().getString("timestamp")).isBefore(Instant.now()));
        }
        assertEquals(
                types.size(),
                new HashSet<>(receiver.calls().stream().map(Receiver.Call::id).toList()).size());
    }

    @Test
    void manyEventsArriveInTheOrderInWhichTheyHappened() {
        create(school, receiver);
        for (int i = 0; i < 15; i++) {
            cancel(school, ask(school, "student-" + i, "0541"));
        }

        await().until(() -> receiver.calls().size() == 30);
        List<String> students = receiver.calls().stream()
                .map(call -> call.json().getString("data.learner.externalId") + " " + call.type())
                .toList();
        for (int i = 0; i < 15; i++) {
            assertEquals("student-" + i + " ticket.queued", students.get(2 * i));
            assertEquals("student-" + i + " ticket.cancelled", students.get(2 * i + 1));
        }
    }

    @Test
    void whatFailsIsSentAgainUnderTheSameId() {
        String id = create(school, receiver).getString("id");
        receiver.answering((request, call) -> request.response()
                .setStatusCode(receiver.calls().size() < 3 ? 500 : 200)
                .end());
        ask(school, "student", "0541");

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
        String webhook = "/webhooks/" + create(school, receiver).getString("id");
        receiver.answering(500);
        Instant before = Instant.now();
        cancel(school, ask(school, "student", "0541"));
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
    void afterARotationBothSecretsSign() {
        JsonPath webhook = create(school, receiver);
        String next = school.post("/webhooks/" + webhook.getString("id") + "/rotate")
                .statusCode(200)
                .extract()
                .path("secret");
        ask(school, "student", "0541");

        await().until(() -> receiver.calls().size() == 1);
        Receiver.Call call = receiver.calls().getFirst();
        assertEquals(2, call.signatures().split(" ").length);
        assertEquals(1, call.signaturesBy(webhook.getString("secret")));
        assertEquals(1, call.signaturesBy(next));
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
        cancel(school, ask(school, "student", "0541"));
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

    @Test
    void nobodyIsToldOfOthersTickets() {
        TestIntegrator club = TestIntegrator.with("tickets webhooks");
        try (Receiver clubs = new Receiver()) {
            create(school, receiver);
            create(club, clubs);
            JsonPath schools = ask(school, "student", "0541");
            JsonPath clubsOwn = ask(club, "student", "0541");
            cancel(club, clubsOwn);
            cancel(school, schools);

            await().until(() -> receiver.calls().size() == 2 && clubs.calls().size() == 2);
            assertNotEquals(schools.getString("id"), clubsOwn.getString("id"));
            receiver.calls()
                    .forEach(call ->
                            assertEquals(schools.getString("id"), call.json().getString("data.ticketId")));
            clubs.calls()
                    .forEach(call ->
                            assertEquals(clubsOwn.getString("id"), call.json().getString("data.ticketId")));
        }
    }

    private static JsonPath create(TestIntegrator integrator, Receiver receiver) {
        return integrator
                .post("/webhooks", Map.of("url", receiver.url()))
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    private static JsonPath ask(TestIntegrator integrator, String externalId, String field) {
        return integrator
                .post("/tickets", TestIntegrator.wish(externalId, field))
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    private static void cancel(TestIntegrator integrator, JsonPath ticket) {
        integrator.post("/tickets/" + ticket.getString("id") + "/cancel").statusCode(200);
    }
}
