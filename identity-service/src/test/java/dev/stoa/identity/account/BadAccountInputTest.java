package dev.stoa.identity.account;

import static io.restassured.RestAssured.given;
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
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class BadAccountInputTest {

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
                .post(ME)
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
