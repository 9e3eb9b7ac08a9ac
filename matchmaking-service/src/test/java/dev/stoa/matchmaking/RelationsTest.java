package dev.stoa.matchmaking;

import static dev.stoa.matchmaking.support.ProblemCheck.problem;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.stoa.matchmaking.support.Person;
import dev.stoa.matchmaking.support.TestWorld;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Favourites and blocks, which participants take from their call. */
@QuarkusTest
@WithTestResource(TestWorld.class)
class RelationsTest extends PastCall {

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

    private int members(String set, Person person) {
        return redis.send(Request.cmd(Command.SCARD).arg("{mm}:" + set + ":" + person.account()))
                .toInteger();
    }
}
