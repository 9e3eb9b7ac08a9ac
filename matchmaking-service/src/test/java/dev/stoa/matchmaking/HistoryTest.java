package dev.stoa.matchmaking;

import static dev.stoa.matchmaking.support.ProblemCheck.problem;
import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.stoa.matchmaking.records.history.HistoryRecords;
import dev.stoa.matchmaking.support.Person;
import dev.stoa.matchmaking.support.SignalingRedis;
import dev.stoa.matchmaking.support.TestPostgres;
import dev.stoa.matchmaking.support.TestWorld;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The history page by page, and without PostgreSQL. */
@QuarkusTest
@WithTestResource(TestWorld.class)
class HistoryTest {

    TestPostgres postgres;

    @TestHTTPResource(value = "/health/ready", management = true)
    URI readiness;

    @Test
    void theHistoryIsReadPageByPageWithoutHolesOrDoubles() {
        Person ada = Person.named("Ada");
        List<String> matches = new ArrayList<>();
        try (SignalingRedis redis = new SignalingRedis()) {
            for (int i = 0; i < 25; i++) {
                // Some end at the same time: then the id decides.
                matches.addFirst(HistoryRecords.endedMatch(redis, ada.account(), "bob", 1_000_000 + i / 4));
            }
        }

        List<String> seen = new ArrayList<>();
        String cursor = null;
        int pages = 0;
        do {
            String path = "/history?limit=7" + (cursor == null ? "" : "&cursor=" + cursor);
            JsonPath page = ada.get(path).statusCode(200).extract().jsonPath();
            seen.addAll(page.getList("items.match.id"));
            cursor = page.getString("next");
            pages++;
        } while (cursor != null);

        assertEquals(4, pages);
        assertEquals(matches.stream().sorted().toList(), seen.stream().sorted().toList());
        assertEquals(seen.stream().distinct().toList(), seen);
        assertEquals(matches.subList(0, 1), seen.subList(0, 1));
        ada.get("/history").body("items", hasSize(20));
        ada.get("/history?limit=100")
                .body("items", hasSize(25))
                .body("items[24].match.peer.displayName", equalTo("Bob"));
    }

    @Test
    void badPagesAreRefused() {
        Person ada = Person.named("Ada");
        for (String path : List.of("/history", "/favourites", "/blocks")) {
            for (String limit : List.of("0", "101", "-1", "x", "1e2", "99999999999999999999")) {
                problem(ada.get(path + "?limit=" + limit), 400).body("violations[0].field", equalTo("limit"));
            }
            for (String cursor : List.of(
                    "x",
                    "%00",
                    "!!!!",
                    "a".repeat(2_000),
                    encoded("1.mch_x"),
                    encoded("-1.mch_7hQpWn3cYd5Kx1vBtRz8Lm"),
                    encoded("9999999999999999.mch_7hQpWn3cYd5Kx1vBtRz8Lm"),
                    encoded("1.mch_7hQpWn3cYd5Kx1vBtRz8Lm' or 1=1"))) {
                problem(ada.get(path + "?cursor=" + cursor), 400).body("type", equalTo("/problems/bad-cursor"));
            }
            problem(given().basePath(Person.BASE).get(path).then(), 401);
        }
        problem(ada.request().delete("/favourites/rel_x").then(), 404);
        problem(ada.request().delete("/blocks/rel_2mQ8vXc5Tn1Lw7Kz4Rb9Ys").then(), 404);
    }

    private static String encoded(String cursor) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(cursor.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void withoutPostgresOnlyTheHistoryIsAway() {
        Person ada = Person.named("Ada").speaking("eo");
        Person bob = Person.named("Bob").speaking("eo");
        ada.get("/history").statusCode(200);
        String match;
        postgres.takeAway();
        try {
            problem(ada.get("/history"), 503).header("Retry-After", "1");
            problem(ada.get("/favourites"), 503);
            problem(ada.request().delete("/blocks/rel_2mQ8vXc5Tn1Lw7Kz4Rb9Ys").then(), 503);
            given().get(readiness)
                    .then()
                    .statusCode(200)
                    .body("checks.find { it.name.startsWith('PostgreSQL') }.data.reachable", equalTo(false));

            ada.ask("0613");
            bob.beAvailable("0613");
            match = bob.talkTo(ada);
            ada.put("/matches/" + match + "/favourite", Map.of()).statusCode(204);
            ada.post("/matches/" + match + "/leave").statusCode(204);
            ada.put("/matches/" + match + "/rating", Map.of("stars", 4, "reasons", List.of()))
                    .statusCode(204);
            problem(ada.post("/matches/mch_7hQpWn3cYd5Kx1vBtRz8Lm/thanks"), 404);
            bob.stop();
        } finally {
            postgres.bringBack();
        }

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> ada.get("/history")
                        .statusCode(200)
                        .body("items[0].rating.stars", equalTo(4))
                        .body("items[0].favourite", equalTo(true)));
        assertNull(ada.standing("toRate"));
    }
}
