package dev.stoa.identity.contract;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stoa.identity.Tokens;
import dev.stoa.identity.contract.ApiDocument.Operation;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What the OpenAPI document shows can be done, with what it shows, and the answers are of the shape that it says. */
@QuarkusTest
class ExamplesTest {

    /** Whose account the examples are about. */
    private static final String ADA = "4b9e1f0a-6c1d-4d0c-9a57-3f0f3f6a2c11";

    private static final String ACCOUNT = "/api/identity/v1/accounts/" + ADA;
    private static final String PROFILE = "{\"displayName\":\"Ada\",\"languages\":[\"en\"],\"fields\":[\"0613\"]}";

    private final ApiDocument api = ApiDocument.read();

    @Test
    void everyExampleInASchemaFitsIt() {
        assertEquals(new TreeMap<>(), api.badExamples());
    }

    @TestFactory
    List<DynamicTest> everyExampleOfARequestIsAnsweredAsDocumented() {
        return api.operations().stream()
                .map(operation -> DynamicTest.dynamicTest(operation.id(), () -> {
                    haveAda();
                    check(operation, operation.success(), send(asAdministrator(), operation));
                }))
                .toList();
    }

    @TestFactory
    List<DynamicTest> whoBringsNoTokenIsAnsweredAsDocumented() {
        return api.operations().stream()
                .filter(operation -> operation.hasResponse(401))
                .map(operation ->
                        DynamicTest.dynamicTest(operation.id(), () -> check(operation, 401, send(given(), operation))))
                .toList();
    }

    @TestFactory
    List<DynamicTest> whatAdministratorsDoIsRefusedToOthersAsDocumented() {
        return api.operations().stream()
                .filter(operation -> operation.path().contains("/accounts"))
                .map(operation -> DynamicTest.dynamicTest(
                        operation.id(),
                        () -> check(operation, 403, send(given().auth().oauth2(Tokens.access(ADA)), operation))))
                .toList();
    }

    /** Ada has an account with a field, and is not banned. */
    private void haveAda() {
        asAdministrator().delete(ACCOUNT + "/ban");
        given().auth()
                .oauth2(Tokens.access(ADA))
                .contentType("application/json")
                .body(PROFILE)
                .put("/api/identity/v1/me")
                .then()
                .statusCode(200);
    }

    /** One of her own each time, for some operation deletes her. */
    private static RequestSpecification asAdministrator() {
        return given().auth().oauth2(Tokens.administrator(Tokens.someone()));
    }

    /** Sends a request with the examples that the document has for its parameters and its body. */
    private Response send(RequestSpecification request, Operation operation) {
        request.redirects().follow(false);
        var body = api.body(operation);
        if (!body.isMissingNode()) {
            request.contentType("application/json").body(body.toString());
        }
        operation.node().path("parameters").forEach(parameter -> {
            var name = parameter.get("name").asText();
            var example = parameter.path("example").asText();
            var in = parameter.get("in").asText();
            assertTrue(!example.isEmpty() || !in.equals("path"), () -> "There is an example of " + name);
            if (!example.isEmpty()) {
                switch (in) {
                    case "path" -> request.pathParam(name, example);
                    case "query" -> request.queryParam(name, example);
                    default -> request.header(name, example);
                }
            }
        });
        return request.request(operation.method(), operation.path());
    }

    private void check(Operation operation, int status, Response answer) throws IOException {
        assertEquals(status, answer.statusCode(), answer::asString);
        assertEquals(Set.of(), api.wrongs(operation, status, answer.asString()), answer::asString);
    }
}
