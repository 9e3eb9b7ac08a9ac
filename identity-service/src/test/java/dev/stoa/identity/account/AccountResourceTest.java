package dev.stoa.identity.account;

import static io.restassured.RestAssured.given;
import static java.util.stream.Collectors.toSet;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.stoa.identity.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AccountResourceTest {

    private static final String ME = "/api/identity/v1/me";

    private static RequestSpecification as(String subject) {
        return given().auth().oauth2(Tokens.access(subject));
    }

    private static JsonObject change() {
        return new JsonObject()
                .put("displayName", "Ada")
                .put("languages", new JsonArray().add("en").add("de"))
                .put("fields", new JsonArray().add("0613").add("054"));
    }

    @Test
    void theFirstCallMakesTheAccountFromTheToken() {
        var subject = Tokens.someone();

        as(subject)
                .when()
                .get(ME)
                .then()
                .statusCode(200)
                .header("Cache-Control", containsString("no-cache"))
                .body("id", equalTo(subject))
                .body("displayName", equalTo("Ada Lovelace"))
                .body("languages", equalTo(List.of("en")))
                .body("fields", equalTo(List.of()))
                .body("administrator", equalTo(false));
    }

    @Test
    void whatWasChangedStays() {
        var subject = Tokens.someone();

        as(subject)
                .contentType("application/json")
                .body(change().encode())
                .when()
                .put(ME)
                .then()
                .statusCode(200);

        as(subject)
                .when()
                .get(ME)
                .then()
                .body("displayName", equalTo("Ada"))
                .body("languages", equalTo(List.of("en", "de")))
                .body("fields.code", equalTo(List.of("0613", "054")))
                .body("fields.name", hasItem("Software and applications development and analysis"));
    }

    @Test
    void charactersAreCountedAsPeopleCountThem() {
        var body = change().put("displayName", "🙂".repeat(60)).encode();

        as(Tokens.someone())
                .contentType("application/json")
                .body(body)
                .when()
                .put(ME)
                .then()
                .statusCode(200)
                .body("displayName", equalTo("🙂".repeat(60)));
    }

    @Test
    void repeatedLanguagesAndFieldsCountOnce() {
        var repeated = change().put("languages", new JsonArray().add("en").add("en"))
                .put("fields", new JsonArray().add("0613").add("0613"));

        as(Tokens.someone())
                .contentType("application/json")
                .body(repeated.encode())
                .when()
                .put(ME)
                .then()
                .statusCode(200)
                .body("languages", equalTo(List.of("en")))
                .body("fields.code", equalTo(List.of("0613")));
    }

    @Test
    void theProviderSaysWhoIsAdministrator() {
        given().auth()
                .oauth2(Tokens.administrator(Tokens.someone()))
                .when()
                .get(ME)
                .then()
                .statusCode(200)
                .body("administrator", equalTo(true));
    }

    @Test
    void firstCallsAtTheSameMomentMakeOneAccount() throws Exception {
        var subject = Tokens.someone();
        Callable<Integer> firstCall = () -> as(subject).when().get(ME).statusCode();

        try (var threads = Executors.newFixedThreadPool(12)) {
            var answers = threads.invokeAll(
                    IntStream.range(0, 36).mapToObj(i -> firstCall).toList());

            var codes = answers.stream().map(Future::resultNow).collect(toSet());
            assertEquals(Set.of(200), codes);
        }
    }
}
