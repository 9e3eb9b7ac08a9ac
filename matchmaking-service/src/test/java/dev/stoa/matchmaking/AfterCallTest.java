package dev.stoa.matchmaking;

import static dev.stoa.matchmaking.support.ProblemCheck.problem;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.stoa.matchmaking.queue.Step;
import dev.stoa.matchmaking.queue.Steps;
import dev.stoa.matchmaking.support.Person;
import dev.stoa.matchmaking.support.SignalingRedis;
import dev.stoa.matchmaking.support.TestWorld;
import dev.stoa.matchmaking.support.Watcher;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What participants say of each other once their call is over. */
@QuarkusTest
@WithTestResource(TestWorld.class)
class AfterCallTest {

    private final Person ada = Person.named("Ada").speaking("is");
    private final Person bob = Person.named("Bob").speaking("is");
    private final SignalingRedis redis = new SignalingRedis();

    @Inject
    Steps steps;

    private String match;

    @BeforeEach
    void meet() {
        ada.ask("0613");
        bob.beAvailable("0613");
        match = bob.meet(ada);
        bob.stop();
    }

    @AfterEach
    void close() {
        end();
        redis.close();
    }

    private void end() {
        ada.post("/matches/" + match + "/leave");
    }

    @Test
    void aPastMatchStandsInTheHistoryOfBoth() {
        end();

        ada.get("/history")
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].match.id", equalTo(match))
                .body("items[0].match.role", equalTo("learner"))
                .body("items[0].match.peer.displayName", equalTo("Bob"))
                .body("items[0].match.state", equalTo("completed"))
                .body("items[0].match.reason", equalTo("left"))
                .body("items[0].match.endedAt", notNullValue())
                .body("items[0].rating", nullValue())
                .body("items[0].rateUntil", notNullValue())
                .body("next", nullValue());
        bob.get("/history")
                .body("items[0].match.role", equalTo("expert"))
                .body("items[0].match.peer.displayName", equalTo("Ada"))
                .body("items[0].match.problem", equalTo("Why does my loop never end?"));
        Person.named("Eve").get("/history").body("items", hasSize(0));
    }

    @Test
    void aRatingIsShownToItsAuthorOnlyAndCanBeChanged() {
        end();

        rate(ada, 2, "impatient").statusCode(204);
        rate(ada, 5, "clear", "patient").statusCode(204);

        ada.get("/history")
                .body("items[0].rating.stars", equalTo(5))
                .body("items[0].rating.reasons", contains("clear", "patient"))
                .body("items[0].rating.words", equalTo("Well done"));
        bob.get("/history").body("items[0].rating", nullValue());
        assertEquals("[5, 1]", ratingOf(bob));
    }

    @Test
    void onlyWhatLearnersSayCountsForTheExpert() {
        end();

        rate(bob, 1, "unprepared").statusCode(204);

        assertEquals("[null, null]", ratingOf(ada));
        bob.get("/history").body("items[0].rating.stars", equalTo(1));
    }

    @Test
    void aMatchIsToBeRatedUntilItIsRated() {
        assertNull(ada.standing("toRate"));
        end();

        assertEquals(match, ada.standing("toRate.id"));
        assertEquals("left", ada.standing("toRate.reason"));
        rate(ada, 4).statusCode(204);

        assertNull(ada.standing("toRate"));
        assertEquals(match, bob.standing("toRate.id"));
    }

    @Test
    void thanksReachTheOtherOneOnce() {
        end();
        try (Watcher bobs = Watcher.of(bob)) {
            ada.post("/matches/" + match + "/thanks").statusCode(204);
            ada.post("/matches/" + match + "/thanks").statusCode(204);
            bob.beAvailable("0613");
            bob.stop();

            assertEquals(match, bobs.next("thanks").getString("matchId"));
            assertEquals("Ada", bobs.next("thanks").getString("from.displayName"));
            bobs.next("availability-ended");
            assertEquals(1, bobs.types().stream().filter("thanks"::equals).count());
        }
        bob.post("/matches/" + match + "/thanks").statusCode(204);
        ada.get("/history").body("items[0].thanked", equalTo(true)).body("items[0].thanksReceived", equalTo(true));
    }

    @Test
    void aFavouriteIsListedWithoutItsAccountAndCanBeEnded() {
        ada.put("/matches/" + match + "/favourite", Map.of()).statusCode(204);
        ada.put("/matches/" + match + "/favourite", Map.of()).statusCode(204);
        end();

        String id = ada.get("/favourites")
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].displayName", equalTo("Bob"))
                .body("items[0].id", matchesPattern("rel_[0-9A-Za-z]{22}"))
                .body("items[0].size()", equalTo(3))
                .extract()
                .path("items[0].id");
        ada.get("/history").body("items[0].favourite", equalTo(true));
        bob.get("/history").body("items[0].favourite", equalTo(false));
        assertEquals(1, members("favourites", ada));

        problem(bob.request().delete("/favourites/" + id).then(), 404);
        problem(ada.request().delete("/blocks/" + id).then(), 404);
        ada.request().delete("/favourites/" + id).then().statusCode(204);

        ada.get("/favourites").body("items", hasSize(0));
        problem(ada.request().delete("/favourites/" + id).then(), 404);
        assertEquals(0, members("favourites", ada));
    }

    @Test
    void aFavouriteCanBeTakenBackByTheMatch() {
        ada.put("/matches/" + match + "/favourite", Map.of()).statusCode(204);

        ada.request().delete("/matches/" + match + "/favourite").then().statusCode(204);

        ada.get("/favourites").body("items", hasSize(0));
    }

    @Test
    void whoIsBlockedIsNotToldAndFindsNothingOfItAnywhere() {
        ada.put("/matches/" + match + "/favourite", Map.of()).statusCode(204);
        ada.put("/matches/" + match + "/block", Map.of()).statusCode(204);
        end();

        ada.get("/blocks").body("items.displayName", contains("Bob"));
        ada.get("/favourites").body("items", hasSize(0));
        ada.get("/history").body("items[0].blocked", equalTo(true)).body("items[0].favourite", equalTo(false));
        bob.get("/blocks").body("items", hasSize(0));
        bob.get("/history").body("items[0].blocked", equalTo(false));
        assertEquals(1, members("blocks", ada));
        assertEquals(1, members("blocks", bob));
        problem(ada.put("/matches/" + match + "/favourite", Map.of()), 409).body("type", equalTo("/problems/blocked"));
    }

    @Test
    void aBlockOfBothIsLiftedOnlyWhenBothTakeItBack() {
        ada.put("/matches/" + match + "/block", Map.of()).statusCode(204);
        bob.put("/matches/" + match + "/block", Map.of()).statusCode(204);

        ada.request().delete("/matches/" + match + "/block").then().statusCode(204);
        assertEquals(1, members("blocks", ada));
        assertEquals(1, members("blocks", bob));

        String id = bob.get("/blocks").extract().path("items[0].id");
        bob.request().delete("/blocks/" + id).then().statusCode(204);
        assertEquals(0, members("blocks", ada));
        assertEquals(0, members("blocks", bob));
    }

    @Test
    void aBlockTakesBackAnOfferThatIsOpenBetweenTheTwo() {
        end();
        String ticket = ada.ask("0613");
        bob.beAvailable("0613");
        String offer = bob.awaitOffer();

        ada.put("/matches/" + match + "/block", Map.of()).statusCode(204);

        assertNull(bob.standing("offer"));
        assertEquals("available", bob.standing("availability.state"));
        assertEquals("queued", ada.standing("ticket.state"));
        problem(bob.post("/offers/" + offer + "/accept"), 409);
        bob.stop();
        ada.post("/tickets/" + ticket + "/cancel").statusCode(200);
    }

    @Test
    void nothingIsSaidOfAMatchThatIsNotOver() {
        problem(rate(ada, 5), 409).body("type", equalTo("/problems/match-not-over"));
        problem(ada.post("/matches/" + match + "/thanks"), 409).body("type", equalTo("/problems/match-not-over"));
    }

    @Test
    void whoeverWasNotThereHasNothingToSay() {
        end();
        Person eve = Person.named("Eve");

        problem(rate(eve, 1), 404);
        problem(eve.post("/matches/" + match + "/thanks"), 404);
        problem(eve.put("/matches/" + match + "/favourite", Map.of()), 404);
        problem(eve.request().delete("/matches/" + match + "/block").then(), 404);
        problem(eve.put("/matches/nonsense/block", Map.of()), 404);
        problem(bob.put("/matches/" + match + "/favourite", Map.of()), 403)
                .body("type", equalTo("/problems/learners-only"));
    }

    @Test
    void whatIsSaidTooLateIsRefused() {
        end();

        String rated = take(Step.RATE, match, ada.account(), 5, "[]", "both", "", 0);
        String thanked = take(Step.THANK, match, ada.account(), 0);
        String blocked = take(Step.RELATE, match, ada.account(), "block", "rel_1", 0);
        redis.send(Request.cmd(Command.DEL).arg("{mm}:match:" + match).arg("{mm}:to-rate:" + ada.account()));

        assertEquals(List.of("too-late", "too-late", "too-late"), List.of(rated, thanked, blocked));
        ada.get("/history").body("items", hasSize(1));
        problem(rate(ada, 5), 409).body("type", equalTo("/problems/too-late"));
        problem(rate(Person.named("Eve"), 5), 404);
    }

    @Test
    void badRatingsAreRefusedWithTheFieldThatIsWrong() {
        end();
        String path = "/matches/" + match + "/rating";

        Stream.of(
                        Map.of("reasons", List.of()),
                        Map.of("stars", 0, "reasons", List.of()),
                        Map.of("stars", 6, "reasons", List.of()),
                        Map.of("stars", "many", "reasons", List.of()),
                        Map.of("stars", 3),
                        Map.of("stars", 3, "reasons", List.of("ugly")),
                        Map.of("stars", 3, "reasons", List.of("unprepared")),
                        Map.of("stars", 3, "reasons", List.of("clear", "prepared")),
                        Map.of("stars", 3, "reasons", List.of("clear"), "words", "x".repeat(501)),
                        Map.of("stars", 3, "reasons", List.of("clear"), "words", "a\u0000b"))
                .forEach(body -> problem(ada.put(path, body), 400).body("violations", hasSize(1)));
        for (String body : List.of("", "[]", "null", "{", "{\"stars\":3,\"reasons\":[null]}", "7")) {
            problem(ada.put(path, body), 400);
        }
        ada.get("/history").body("items[0].rating", nullValue());
    }

    private ValidatableResponse rate(Person person, int stars, String... reasons) {
        return person.put(
                "/matches/" + match + "/rating",
                Map.of("stars", stars, "reasons", List.of(reasons), "words", " Well done\n"));
    }

    private String take(Step step, Object... arguments) {
        return steps.take(step, arguments).await().indefinitely().text();
    }

    private String ratingOf(Person person) {
        return redis.send(Request.cmd(Command.HMGET)
                        .arg("{mm}:rating:" + person.account())
                        .arg("sum")
                        .arg("count"))
                .toString();
    }

    private int members(String set, Person person) {
        return redis.send(Request.cmd(Command.SCARD).arg("{mm}:" + set + ":" + person.account()))
                .toInteger();
    }
}
