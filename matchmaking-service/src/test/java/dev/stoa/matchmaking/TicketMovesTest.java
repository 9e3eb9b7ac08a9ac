package dev.stoa.matchmaking;

import static dev.stoa.matchmaking.support.ProblemCheck.problem;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.stoa.matchmaking.support.Person;
import dev.stoa.matchmaking.support.SignalingRedis;
import dev.stoa.matchmaking.support.TestWorld;
import dev.stoa.matchmaking.support.Watcher;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What learners can do with a ticket that waits. */
@QuarkusTest
@WithTestResource(TestWorld.class)
class TicketMovesTest {

    private final Person ada = Person.named("Ada").speaking("hu");
    private final Person bob = Person.named("Bob").speaking("hu");

    private String ticket;

    @BeforeEach
    void ask() {
        ticket = ada.ask("0613");
    }

    @AfterEach
    void everybodyGoes() {
        bob.stop();
        ada.post("/tickets/" + ticket + "/cancel");
    }

    @Test
    void aPausedTicketKeepsItsPlaceAndIsOfferedToNobody() {
        Person alan = Person.named("Alan").speaking("hu");
        String behind = alan.ask("0613");
        move("pause")
                .statusCode(200)
                .body("state", equalTo("paused"))
                .body("place", equalTo(1))
                .body("pause.reason", equalTo("by-learner"))
                .body("pause.resumableAt", notNullValue())
                .body("pause.endsAt", notNullValue());
        move("pause").statusCode(200).body("state", equalTo("paused"));

        bob.beAvailable("0613");
        bob.awaitOffer();
        assertEquals(behind, bob.standing("offer.ticketId"));
        alan.post("/tickets/" + behind + "/cancel").statusCode(200);
        bob.get("/standing").body("offer", nullValue());

        move("resume").statusCode(200).body("state", equalTo("queued")).body("place", equalTo(1));
        bob.awaitOffer();
        assertEquals(ticket, bob.standing("offer.ticketId"));
    }

    @Test
    void aWaitingTicketCanBeChangedAndKeepsItsPlace() {
        try (Watcher adas = Watcher.of(ada)) {
            String tag = etag();

            ValidatableResponse changed = change(
                            tag, Map.of("problem", " Other words ", "languages", List.of("hu", "en")))
                    .statusCode(200)
                    .body("problem", equalTo("Other words"))
                    .body("languages", equalTo(List.of("hu", "en")))
                    .body("place", equalTo(1))
                    .body("state", equalTo("queued"));

            assertEquals(etag(), changed.extract().header("ETag"));
            assertEquals("Other words", adas.next("ticket").getString("ticket.problem"));
            Person eve = Person.named("Eve").speaking("en");
            eve.beAvailable("0613");
            eve.awaitOffer();
            assertEquals("Other words", eve.standing("offer.problem"));
            eve.stop();
        }
    }

    @Test
    void whoeverChangesWithoutHavingSeenTheTicketAsItIsIsRefused() {
        String old = etag();
        move("pause").statusCode(200);

        problem(change(null, Map.of("problem", "x")), 428).body("type", equalTo("/problems/if-match-needed"));
        problem(change(old, Map.of("problem", "x")), 412).body("type", equalTo("/problems/stale"));
        problem(change("W/" + etag(), Map.of("problem", "x")), 412);
        problem(change("\"rubbish\"", Map.of("problem", "x")), 412);
        problem(
                ada.request()
                        .header("If-Match", old)
                        .post("/tickets/" + ticket + "/resume")
                        .then(),
                412);

        change("\"999\", " + etag(), Map.of("problem", "one")).statusCode(200);
        change("*", Map.of("problem", "two")).statusCode(200).body("problem", equalTo("two"));
        ada.request()
                .header("If-Match", etag())
                .post("/tickets/" + ticket + "/resume")
                .then()
                .statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"problem\":\"  \"}",
                "{\"problem\":\"\\u0000\"}",
                "{\"problem\":7.5e3,\"languages\":{}}",
                "{\"languages\":[]}",
                "{\"languages\":[\"xx\"]}",
                "{\"languages\":[null]}",
                "[]",
                "null",
                "{"
            })
    void changesThatMakeNoSenseAreRefused(String body) {
        problem(change("*", body), 400);

        ada.get("/tickets/" + ticket).body("revision", equalTo(1));
    }

    @Test
    void aProblemThatIsTooLongIsNamed() {
        change("*", Map.of("problem", "x".repeat(501))).statusCode(400).body("violations.field", hasItem("problem"));
    }

    @Test
    void whatTheStateForbidsIsSaidTogetherWithWhatIsPossible() {
        problem(move("resume"), 409)
                .body("type", equalTo("/problems/ticket-state-conflict"))
                .body("state", equalTo("queued"))
                .body("detail", containsString("changed, paused or cancelled"));
        problem(move("reopen"), 409).body("state", equalTo("queued"));
        bob.beAvailable("0613");
        String match = bob.meet(ada);
        for (String move : List.of("pause", "resume", "cancel", "reopen")) {
            problem(move(move), 409)
                    .body("state", equalTo("matched"))
                    .body("detail", containsString("leave the match"));
        }
        problem(change("*", Map.of("problem", "x")), 409);
        try (SignalingRedis signaling = new SignalingRedis()) {
            signaling.letBothIn(match);
        }
        ada.post("/matches/" + match + "/leave").statusCode(204);
        for (String move : List.of("pause", "resume", "cancel", "reopen", "ready")) {
            problem(move(move), 409).body("state", equalTo("completed")).body("detail", containsString("new ticket"));
        }
    }

    @Test
    void whyATicketIsOverIsSaid() {
        move("cancel")
                .statusCode(200)
                .body("state", equalTo("cancelled"))
                .body("reason", equalTo("by-learner"))
                .body("place", nullValue());
    }

    private ValidatableResponse move(String move) {
        return ada.post("/tickets/" + ticket + "/" + move);
    }

    private ValidatableResponse change(String ifMatch, Object body) {
        var request = ada.request().body(body);
        return (ifMatch == null ? request : request.header("If-Match", ifMatch))
                .patch("/tickets/" + ticket)
                .then();
    }

    private String etag() {
        return ada.get("/tickets/" + ticket).statusCode(200).extract().header("ETag");
    }
}
