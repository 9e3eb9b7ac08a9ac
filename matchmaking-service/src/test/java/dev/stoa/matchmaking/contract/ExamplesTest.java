package dev.stoa.matchmaking.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.stoa.matchmaking.contract.ApiDocument.Operation;
import dev.stoa.matchmaking.support.TestWorld;
import dev.stoa.matchmaking.support.Watcher;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What the OpenAPI document shows can be done, and what it shows as answers is what comes. */
@QuarkusTest
@WithTestResource(TestWorld.class)
class ExamplesTest {

    private static final String NO_ID = "tkt_0000000000000000000000";

    /** What needs a delivery that has failed: the tests of webhooks make some. */
    private static final Set<String> TRIED_ELSEWHERE =
            Set.of("getDelivery", "replayDelivery", "replayFailedDeliveries");

    private final ApiDocument api = ApiDocument.read();

    @Test
    void everyExampleInASchemaFitsIt() {
        TreeMap<String, Set<String>> wrong = new TreeMap<>();
        api.schemaExamples()
                .forEach((place, examples) -> examples.forEach(example -> {
                    Set<String> wrongs = api.wrongsAt(place, ApiDocument.value(example));
                    if (!wrongs.isEmpty()) {
                        wrong.put(place, wrongs);
                    }
                }));

        assertEquals(new TreeMap<>(), wrong);
    }

    @Test
    void everyExampleOfAnAnswerFitsItsSchema() {
        TreeMap<String, Set<String>> wrong = new TreeMap<>();
        for (Operation operation : api.operations()) {
            operation.node().get("responses").properties().forEach(response -> {
                JsonNode media = api.media(api.response(operation, Integer.parseInt(response.getKey())));
                if (media.isMissingNode()) {
                    return;
                }
                Set<String> wrongs = new TreeSet<>();
                api.examples(media).forEach(example -> wrongs.addAll(api.wrongs(media.get("schema"), example)));
                if (!wrongs.isEmpty()) {
                    wrong.put(operation.id() + " " + response.getKey(), wrongs);
                }
            });
        }

        assertEquals(new TreeMap<>(), wrong);
    }

    @TestFactory
    List<DynamicTest> everyExampleOfARequestIsAnsweredAsDocumented() {
        return api.operations().stream()
                .filter(operation -> !TRIED_ELSEWHERE.contains(operation.id()))
                .flatMap(operation -> bodies(operation).stream()
                        .map(body -> DynamicTest.dynamicTest(operation.id() + " " + body, () -> send(operation, body))))
                .toList();
    }

    @TestFactory
    List<DynamicTest> whoBringsNoTokenIsAnsweredAsDocumented() {
        return api.operations().stream()
                .filter(operation -> !api.response(operation, 401).isMissingNode())
                .map(operation -> DynamicTest.dynamicTest(
                        operation.id(),
                        () -> check(operation, 401, request(RestAssured.given(), operation, NO_ID, body(operation)))))
                .toList();
    }

    private void send(Operation operation, JsonNode body) {
        try (World world = new World()) {
            World.Ready ready = world.prepare(operation.id(), body);
            if (operation.id().equals("streamEvents")) {
                try (Watcher watcher = Watcher.of(ready.caller())) {
                    assertEquals(200, watcher.response().statusCode());
                }
                return;
            }
            Response answer =
                    request(RestAssured.given().auth().oauth2(ready.caller().token()), operation, ready.id(), body);
            check(operation, api.success(operation), answer);
        }
    }

    /** Sends a request as the document describes it, with the examples that it has for parameters. */
    private static Response request(RequestSpecification request, Operation operation, String id, JsonNode body) {
        request.contentType(ContentType.JSON);
        if (!body.isMissingNode()) {
            request.body(World.here(body.toString()));
        }
        operation.node().path("parameters").forEach(parameter -> {
            if (parameter.path("in").asText().equals("query")
                    && parameter.path("required").asBoolean()) {
                String name = parameter.get("name").asText();
                JsonNode example = parameter.path("example");
                assertTrue(example.isTextual(), () -> "There is an example of " + name);
                request.queryParam(name, example.asText());
            }
        });
        if (operation.node().get("responses").has("428")) {
            request.header("If-Match", "\"1\"");
        }
        return request.request(operation.method(), operation.path().replaceAll("\\{\\w+}", id));
    }

    private void check(Operation operation, int status, Response answer) {
        assertEquals(status, answer.statusCode(), answer::asString);
        JsonNode media = api.media(api.response(operation, status));
        if (media.isMissingNode()) {
            return;
        }
        try {
            JsonNode body = ApiDocument.JSON.readTree(answer.asString());
            assertEquals(Set.of(), api.wrongs(media.get("schema"), body), body::toString);
        } catch (JsonProcessingException e) {
            throw new AssertionError(answer.asString(), e);
        }
    }

    private List<JsonNode> bodies(Operation operation) {
        JsonNode media = operation.requestMedia();
        return media.isMissingNode() ? List.of(media) : api.examples(media);
    }

    private JsonNode body(Operation operation) {
        return bodies(operation).getFirst();
    }
}
