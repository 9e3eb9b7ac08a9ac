package dev.stoa.matchmaking;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.stoa.matchmaking.support.Person;
import dev.stoa.matchmaking.support.TestWorld;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** The service starts before the others do. */
@QuarkusTest
@WithTestResource(
        value = TestWorld.class,
        initArgs = @ResourceArg(name = "asleep", value = "yes"),
        scope = TestResourceScope.RESTRICTED_TO_CLASS)
class LateProviderTest {

    @TestHTTPResource(management = true)
    URI management;

    @ConfigProperty(name = "stoa.identity.url")
    URI neighbours;

    @Test
    void startsWithoutTheProviderAndServesOnceItIsThere() {
        Person ada = Person.named("Ada");
        await().untilAsserted(() -> given().get(management.resolve("/q/health/ready"))
                .then()
                .statusCode(200)
                .body("checks.find { it.name.startsWith('OIDC provider') }.data.reachable", equalTo(false)));
        ada.get("/standing")
                .statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", "1")
                .body("type", equalTo("/problems/unavailable"));
        given().get(Person.BASE + "/pass-keys").then().statusCode(200);

        given().get(neighbours.resolve("/wake")).then().statusCode(200);

        ada.get("/standing").statusCode(200);
    }
}
