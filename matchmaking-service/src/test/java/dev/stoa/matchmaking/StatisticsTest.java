package dev.stoa.matchmaking;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.stoa.matchmaking.support.Person;
import dev.stoa.matchmaking.support.TestWorld;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How busy fields are, for everybody to see, and what a waiting learner is told. */
@QuarkusTest
@WithTestResource(TestWorld.class)
class StatisticsTest {

    @Test
    void everybodySeesWhoWaitsAndWhoCouldHelp() {
        Person ada = Person.named("Ada").speaking("ga");
        Person bob = Person.named("Bob").speaking("ga").offering("081", "0811");
        String ticket = ada.ask("0812");

        await().untilAsserted(() -> statistics("0812")
                .body("items[0].field.name", equalTo("Horticulture"))
                .body("items[0].waiting", equalTo(1))
                .body("items[0].available", equalTo(0))
                .body("items[0].inCall", equalTo(0))
                .body("items[0].estimate.kind", equalTo("no-expert"))
                .body("items[0].estimate.fromSeconds", nullValue()));

        bob.put("/availability", Map.of("fields", List.of("081", "0811"), "languages", List.of("cy")))
                .statusCode(200);
        await().untilAsserted(() -> statistics("0811,0812")
                .body("items", hasSize(2))
                .body("items[0].waiting", equalTo(0))
                .body("items[0].available", equalTo(1))
                .body("items[1].available", equalTo(1))
                .body("items[1].estimate.kind", equalTo("unknown")));
        bob.stop();
        ada.post("/tickets/" + ticket + "/cancel").statusCode(200);
        await().untilAsserted(() ->
                statistics("0812").body("items[0].waiting", equalTo(0)).body("items[0].available", equalTo(0)));
    }

    @Test
    void theAnswerMayBeKeptAndAskedForAgainCheaply() {
        String tag = statistics("06")
                .header("Cache-Control", equalTo("public, max-age=5"))
                .extract()
                .header("ETag");

        int again = given().header("If-None-Match", tag)
                .get(Person.BASE + "/fields/statistics?fields=06")
                .statusCode();

        assertEquals(304, again);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "?fields=", "?fields=6", "?fields=0613,", "?fields=0613;0541", "?fields=zz", "?fields=01234"
            })
    void whatIsNoListOfCodesIsRefused(String query) {
        given().get(Person.BASE + "/fields/statistics" + query)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("violations.field", hasItem("fields"));
    }

    @Test
    void moreThanFiftyCodesAreRefused() {
        String codes = IntStream.range(100, 151).mapToObj(String::valueOf).collect(Collectors.joining(","));

        given().get(Person.BASE + "/fields/statistics?fields=" + codes).then().statusCode(400);
    }

    @Test
    void aCodeThatIsNoFieldIsRefused() {
        given().get(Person.BASE + "/fields/statistics?fields=9999").then().statusCode(400);
    }

    @Test
    void aLearnerIsToldPlainlyThatNobodyIsOnlineWhoSpeaksTheLanguage() {
        Person ada = Person.named("Ada").speaking("mt");
        Person bob = Person.named("Bob").speaking("lv");
        bob.beAvailable("0613");

        String ticket = ada.ask("0613");
        ada.get("/tickets/" + ticket).body("estimate.kind", equalTo("no-expert"));

        Person eve = Person.named("Eve").speaking("mt");
        eve.put("/availability", Map.of("fields", List.of("0613"), "doNotDisturb", true))
                .statusCode(200);
        ada.get("/tickets/" + ticket).body("estimate.kind", equalTo("no-expert"));
        ada.beAvailable("0613");
        ada.get("/tickets/" + ticket).body("estimate.kind", equalTo("no-expert"));

        eve.beAvailable("0613");
        ada.get("/tickets/" + ticket).body("estimate.kind", not("no-expert"));

        ada.stop();
        bob.stop();
        eve.stop();
        ada.post("/tickets/" + ticket + "/cancel").statusCode(200);
        ada.get("/tickets/" + ticket).body("estimate", nullValue());
    }

    private static ValidatableResponse statistics(String codes) {
        return given().get(Person.BASE + "/fields/statistics?fields=" + codes)
                .then()
                .statusCode(200);
    }
}
