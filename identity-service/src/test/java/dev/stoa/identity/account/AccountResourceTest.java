package dev.stoa.identity.account;

import static io.restassured.RestAssured.given;
import static java.util.stream.Collectors.toSet;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.stoa.identity.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

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

    static Stream<Arguments> violations() {
        var tooMany = new JsonArray(IntStream.range(0, 31).mapToObj(i -> "0613").toList());
        var nine = new JsonArray(List.of("en", "de", "fr", "es", "it", "pt", "nl", "pl", "cs"));
        return Stream.of(
                Arguments.of(change().put("displayName", ""), "displayName"),
                Arguments.of(change().put("displayName", "   "), "displayName"),
                Arguments.of(change().put("displayName", "x".repeat(61)), "displayName"),
                Arguments.of(change().put("displayName", "a\u0000b"), "displayName"),
                Arguments.of(change().put("displayName", "a\nb"), "displayName"),
                Arguments.of(change().put("displayName", "\u202Ebda"), "displayName"),
                Arguments.of(change().putNull("displayName"), "displayName"),
                Arguments.of(change().put("languages", new JsonArray()), "languages"),
                Arguments.of(change().put("languages", nine), "languages"),
                Arguments.of(change().putNull("languages"), "languages"),
                Arguments.of(change().put("languages", new JsonArray().add("english")), "languages[0]"),
                Arguments.of(change().put("languages", new JsonArray().add("en").add("EN")), "languages[1]"),
                Arguments.of(change().put("languages", new JsonArray().addNull()), "languages[0]"),
                Arguments.of(change().put("fields", new JsonArray().add("9999")), "fields[0]"),
                Arguments.of(change().put("fields", new JsonArray().addNull()), "fields[0]"),
                Arguments.of(change().put("fields", tooMany), "fields"),
                Arguments.of(new JsonObject(), "fields"));
    }

    @ParameterizedTest
    @MethodSource("violations")
    void aChangeOutOfBoundsNamesItsFields(JsonObject body, String field) {
        as(Tokens.someone())
                .contentType("application/json")
                .body(body.encode())
                .when()
                .put(ME)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/invalid-input"))
                .body("instance", equalTo(ME))
                .body("violations.field", hasItem(field));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "null",
                "[]",
                "7",
                "\"text\"",
                "{\"displayName\":{}}",
                "{\"displayName\":\"a\",\"languages\":\"en\",\"fields\":[]}",
                "{\"displayName\":\"a\",\"languages\":[\"en\"],\"fields\":[{\"code\":\"0613\"}]}",
                "{\"displayName\":\"\\ud800\",\"languages\":[\"en\"],\"fields\":[]}",
                "not json at all"
            })
    void aBodyOfAnotherShapeIsAProblemWithoutInnards(String body) {
        as(Tokens.someone())
                .contentType("application/json")
                .body(body)
                .when()
                .put(ME)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", not(equalTo(null)))
                .body("detail", not(containsString("dev.stoa")))
                .body("detail", not(containsString("java")));
    }

    @Test
    void deepNestingIsRefused() {
        as(Tokens.someone())
                .contentType("application/json")
                .body("{\"fields\":" + "[".repeat(5000))
                .when()
                .put(ME)
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/xml", "application/octet-stream", "nonsense"})
    void anotherMediaTypeIsNotSupported(String type) {
        as(Tokens.someone())
                .header("Content-Type", type)
                .body("x=1".getBytes())
                .when()
                .put(ME)
                .then()
                .statusCode(415)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/unsupported-media-type"));
    }

    @Test
    void anotherMethodIsNotAllowed() {
        as(Tokens.someone())
                .when()
                .delete(ME)
                .then()
                .statusCode(405)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/method-not-allowed"));
    }

    @Test
    void anOverlongBodyIsRefused() {
        as(Tokens.someone())
                .contentType("application/json")
                .body(change().put("x", "x".repeat(20_000)).encode())
                .when()
                .put(ME)
                .then()
                .statusCode(413)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/body-too-large"));
    }

    @Test
    void anOverlongBodyOfUnannouncedLengthIsRefused() throws Exception {
        var body = change().put("x", "x".repeat(20_000)).encode().getBytes(StandardCharsets.UTF_8);
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + ME))
                .header("Authorization", "Bearer " + Tokens.access(Tokens.someone()))
                .header("Content-Type", "application/json")
                .version(HttpClient.Version.HTTP_1_1)
                .PUT(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)))
                .build();

        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(request, HttpResponse.BodyHandlers.ofString());

            assertEquals(413, answer.statusCode());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/identity/v1/nothing-here", "/api/identity/nothing-here", "/api/identity/v1"})
    void anUnknownAddressIsAProblemToo(String path) {
        given().when()
                .get(path)
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/not-found"))
                .body("instance", equalTo(path));
    }
}
