package dev.stoa.matchmaking;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
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
        JsonPath webhook = school.webhook(receiver);
        Person bob = Person.named("Bob").offering("0612");
        JsonPath ticket = school.ask("student", "0612");
        Guest ada = Guest.of(ticket.getString("joinLink"));
        bob.beAvailable("0612");
        String match = bob.talkTo(ada);
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
        school.webhook(receiver);
        for (int i = 0; i < 15; i++) {
            school.cancel(school.ask("student-" + i, "0541"));
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
    void afterARotationBothSecretsSign() {
        JsonPath webhook = school.webhook(receiver);
        String next = school.post("/webhooks/" + webhook.getString("id") + "/rotate")
                .statusCode(200)
                .extract()
                .path("secret");
        school.ask("student", "0541");

        await().until(() -> receiver.calls().size() == 1);
        school.post("/webhooks/" + webhook.getString("id") + "/test").body("delivered", equalTo(true));
        assertEquals(List.of("ticket.queued", "ping"), receiver.types());
        for (Receiver.Call call : receiver.calls()) {
            assertEquals(2, call.signatures().split(" ").length);
            assertEquals(1, call.signaturesBy(webhook.getString("secret")));
            assertEquals(1, call.signaturesBy(next));
        }
    }

    @Test
    void nobodyIsToldOfOthersTickets() {
        TestIntegrator club = TestIntegrator.with("tickets webhooks");
        try (Receiver clubs = new Receiver()) {
            school.webhook(receiver);
            club.webhook(clubs);
            JsonPath schools = school.ask("student", "0541");
            JsonPath clubsOwn = club.ask("student", "0541");
            club.cancel(clubsOwn);
            school.cancel(schools);

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
}
