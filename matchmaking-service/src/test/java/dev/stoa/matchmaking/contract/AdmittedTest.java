package dev.stoa.matchmaking.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.stoa.matchmaking.contract.ApiDocument.Operation;
import dev.stoa.matchmaking.support.ApiCaller;
import dev.stoa.matchmaking.support.Guest;
import dev.stoa.matchmaking.support.Person;
import dev.stoa.matchmaking.support.TestIntegrator;
import dev.stoa.matchmaking.support.TestWorld;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** The security schemes of an operation are those of the callers that are let in. */
@QuarkusTest
@WithTestResource(TestWorld.class)
class AdmittedTest {

    private static final String NO_ID = "tkt_0000000000000000000000";

    /** It answers as long as it is listened to, and lets everybody in. */
    private static final String STREAM = "streamEvents";

    @Test
    void whoeverIsLetInHasAScheme() {
        ApiDocument api = ApiDocument.read();
        TestIntegrator school = TestIntegrator.with("tickets events webhooks");
        JsonPath ticket = school.ask("student", "0541");
        Map<String, ApiCaller> callers = Map.of(
                "account", Person.named("Ada"), "guest", Guest.of(ticket.getString("joinLink")), "integrator", school);

        Set<String> documented = new TreeSet<>();
        Set<String> admitted = new TreeSet<>();
        for (Operation operation : api.operations()) {
            if (operation.id().equals(STREAM) || api.response(operation, 401).isMissingNode()) {
                continue;
            }
            schemes(operation).forEach(scheme -> documented.add(operation.id() + " " + scheme));
            callers.forEach((scheme, caller) -> {
                if (isAdmitted(caller, operation)) {
                    admitted.add(operation.id() + " " + scheme);
                }
            });
        }
        school.cancel(ticket);

        assertEquals(admitted, documented);
    }

    private static Set<String> schemes(Operation operation) {
        return StreamSupport.stream(operation.node().path("security").spliterator(), false)
                .map(scheme -> scheme.fieldNames().next())
                .collect(Collectors.toSet());
    }

    private static boolean isAdmitted(ApiCaller caller, Operation operation) {
        String answer = RestAssured.given()
                .auth()
                .oauth2(caller.token())
                .contentType(ContentType.JSON)
                .request(operation.method(), operation.path().replaceAll("\\{\\w+}", NO_ID))
                .asString();
        return !answer.contains("/problems/not-for-this-caller");
    }
}
