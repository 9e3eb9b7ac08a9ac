package dev.stoa.matchmaking;

import static dev.stoa.matchmaking.support.ProblemCheck.problem;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.stoa.matchmaking.support.Person;
import dev.stoa.matchmaking.support.TestWorld;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What participants think of their call. */
@QuarkusTest
@WithTestResource(TestWorld.class)
class RatingTest extends PastCall {

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

    private String ratingOf(Person person) {
        return redis.send(Request.cmd(Command.HMGET)
                        .arg("{mm}:rating:" + person.account())
                        .arg("sum")
                        .arg("count"))
                .toString();
    }
}
