package dev.stoa.matchmaking;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stoa.matchmaking.support.PassClaims;
import dev.stoa.matchmaking.support.Person;
import dev.stoa.matchmaking.support.SignalingRedis;
import dev.stoa.matchmaking.support.TestWorld;
import dev.stoa.matchmaking.support.Watcher;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.jose4j.jwt.JwtClaims;
import org.junit.jupiter.api.Test;

/** From the ticket to the end of the call, as the two people live through it. */
@QuarkusTest
@WithTestResource(TestWorld.class)
class LifeCycleTest {

    @Test
    void aTicketBecomesAMatchAndAMatchACall() throws Exception {
        Person ada = Person.named("Ada");
        Person bob = Person.named("Bob").offering("06").speaking("de", "en");
        try (Watcher adas = Watcher.of(ada);
                Watcher bobs = Watcher.of(bob);
                SignalingRedis signaling = new SignalingRedis()) {
            String ticket = ada.post("/tickets", Map.of("field", "0613", "problem", "  A loop that never ends \n"))
                    .statusCode(201)
                    .header("Location", endsWith("/api/matchmaking/v1/tickets/" + ada.standing("ticket.id")))
                    .body("id", matchesPattern("tkt_[0-9A-Za-z]{22}"))
                    .body("state", equalTo("queued"))
                    .body("field.code", equalTo("0613"))
                    .body("field.name", equalTo("Software and applications development and analysis"))
                    .body("languages", equalTo(List.of("en")))
                    .body("problem", equalTo("A loop that never ends"))
                    .body("createdAt", matchesPattern("\\d{4}-\\d{2}-\\d{2}T[0-9:.]+Z"))
                    .body("place", equalTo(1))
                    .body("matchId", nullValue())
                    .extract()
                    .path("id");
            bob.put("/availability", Map.of("fields", List.of("061")))
                    .statusCode(200)
                    .body("fields[0].code", equalTo("061"))
                    .body("languages", equalTo(List.of("de", "en")));

            String offer = bobs.next("offer").getString("offer.id");
            bob.get("/standing")
                    .body("offer.ticketId", equalTo(ticket))
                    .body("offer.learner.displayName", equalTo("Ada"))
                    .body("offer.problem", equalTo("A loop that never ends"))
                    .body(
                            "offer.because",
                            equalTo(List.of(
                                    "Asked about 0613 Software and applications development and analysis, within"
                                            + " the expert's field 061 Information and Communication Technologies",
                                    "You both speak English")))
                    .body("offer.waitedSeconds", notNullValue())
                    .body("offer.accepted", equalTo(false))
                    .body("offer.learnerReady", equalTo(false))
                    .body("availability.state", equalTo("offered"));
            ada.get("/tickets/" + ticket)
                    .body("state", equalTo("offered"))
                    .body("place", equalTo(1))
                    .body("readyCheck.offerId", equalTo(offer))
                    .body("readyCheck.ready", equalTo(false))
                    .body("readyCheck.expert.displayName", equalTo("Bob"))
                    .body("readyCheck.because", hasItem("You both speak English"))
                    .body("readyCheck.expiresAt", equalTo(bob.standing("offer.expiresAt")));

            ada.post("/tickets/" + ticket + "/ready?offerId=" + offer)
                    .statusCode(200)
                    .body("state", equalTo("offered"))
                    .body("readyCheck.ready", equalTo(true))
                    .body("matchId", nullValue());
            String match = bob.post("/offers/" + offer + "/accept")
                    .statusCode(200)
                    .body("id", equalTo(offer))
                    .body("accepted", equalTo(true))
                    .body("learnerReady", equalTo(true))
                    .body("matchId", matchesPattern("mch_[0-9A-Za-z]{22}"))
                    .extract()
                    .path("matchId");
            bob.get("/matches/" + match)
                    .body("role", equalTo("expert"))
                    .body("peer.displayName", equalTo("Ada"))
                    .body("state", equalTo("matched"));
            assertEquals(match, adas.next("match").getString("match.id"));
            assertEquals("learner", adas.next("match").getString("match.role"));
            assertEquals("Bob", adas.next("match").getString("match.peer.displayName"));
            assertEquals("expert", bobs.next("match").getString("match.role"));

            JwtClaims adasPass = pass(ada, match);
            JwtClaims bobsPass = pass(bob, match);
            assertEquals(adasPass.getStringClaimValue("room"), bobsPass.getStringClaimValue("room"));
            assertNotEquals(adasPass.getSubject(), bobsPass.getSubject());
            assertEquals("learner", adasPass.getStringClaimValue("role"));
            assertEquals("expert", bobsPass.getStringClaimValue("role"));

            String room = adasPass.getStringClaimValue("room");
            signaling.joined(room, adasPass.getSubject());
            signaling.joined(room, bobsPass.getSubject());
            await().until(() -> "in-call".equals(ada.standing("match.state")));
            ada.get("/tickets/" + ticket)
                    .body("state", equalTo("in-call"))
                    .body("matchId", equalTo(match))
                    .body("place", nullValue());

            ada.post("/matches/" + match + "/leave").statusCode(204);
            assertEquals("left", bobs.next("match-ended").getString("reason"));
            ada.get("/tickets/" + ticket).body("state", equalTo("completed"));
            bob.get("/matches/" + match).body("state", equalTo("completed"));
            bob.get("/standing").body("match", nullValue()).body("availability.state", equalTo("available"));
            ada.post("/matches/" + match + "/leave").statusCode(204);
            bob.post("/matches/" + match + "/pass", Map.of("nonce", "a".repeat(22)))
                    .statusCode(409);
            await().until(() -> signaling.isEnded(room));
            bob.stop();

            await().untilAsserted(() -> assertEquals(
                    List.of(
                            "standing",
                            "ticket",
                            "ticket",
                            "ticket",
                            "ticket",
                            "match",
                            "ticket",
                            "match",
                            "match-ended",
                            "ticket"),
                    adas.types()));
            await().untilAsserted(() -> assertEquals(
                    List.of(
                            "standing",
                            "availability",
                            "availability",
                            "offer",
                            "offer",
                            "offer-ended",
                            "availability",
                            "match",
                            "match",
                            "match-ended",
                            "availability",
                            "availability-ended"),
                    bobs.types()));
        }
    }

    @Test
    void thePassIsSignedForOneParticipantAndOneMinute() throws Exception {
        Person ada = Person.named("Ada");
        Person bob = Person.named("Bob");
        String match = match(ada, bob);

        JwtClaims claims = pass(ada, match);

        assertEquals("stoa-matchmaking", claims.getIssuer());
        assertEquals(List.of("stoa-signaling"), claims.getAudience());
        assertEquals("Ada", claims.getStringClaimValue("name"));
        assertEquals(List.of("media", "chat"), claims.getStringListClaimValue("can"));
        assertEquals("n0nce".repeat(5), claims.getStringClaimValue("nonce"));
        assertTrue(claims.getStringClaimValue("room").matches("[0-9A-Za-z]{22}"));
        assertTrue(claims.getSubject().matches("[0-9A-Za-z]{22}"));
        assertEquals(
                60, claims.getExpirationTime().getValue() - claims.getIssuedAt().getValue());
        assertNotEquals(claims.getJwtId(), pass(ada, match).getJwtId());
        assertEquals(claims.getSubject(), pass(ada, match).getSubject());
        ada.post("/matches/" + match + "/leave").statusCode(204);
        bob.stop();
    }

    private static String match(Person learner, Person expert) {
        learner.ask("0613");
        expert.beAvailable("0613");
        return expert.meet(learner);
    }

    private static JwtClaims pass(Person person, String match) throws Exception {
        String pass = person.post("/matches/" + match + "/pass", Map.of("nonce", "n0nce".repeat(5)))
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("socketPath", equalTo("/api/signaling/v1/socket"))
                .extract()
                .path("pass");
        return PassClaims.of(pass);
    }
}
