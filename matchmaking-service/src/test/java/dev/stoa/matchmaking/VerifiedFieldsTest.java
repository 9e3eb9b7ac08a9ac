package dev.stoa.matchmaking;

import static org.hamcrest.Matchers.equalTo;

import dev.stoa.matchmaking.support.Person;
import dev.stoa.matchmaking.support.TestWorld;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Experts help only where identity-service says that they know the field. */
@QuarkusTest
@WithTestResource(TestWorld.class)
class VerifiedFieldsTest {

    @Test
    void nobodyIsAvailableForAFieldThatIsNotVerified() {
        Person eve =
                Person.named("Eve").offering("0613", "0541", "0542").claiming("unverified", List.of("0541", "0542"));

        eve.put("/availability", Map.of("fields", List.of("0613", "0541", "0542")))
                .statusCode(403)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/field-not-verified"))
                .body("fields", equalTo(List.of("0541", "0542")));
        eve.get("/availability").body("state", equalTo("off"));
    }

    @Test
    void aVerifiedFieldStandsForThoseBelowIt() {
        Person eve = Person.named("Eve").offering("061", "0613").claiming("unverified", List.of("0613"));

        eve.beAvailable("0613");

        eve.get("/availability").body("fields.code", equalTo(List.of("0613")));
        eve.stop();
    }
}
