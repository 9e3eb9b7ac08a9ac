package dev.stoa.matchmaking;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import dev.stoa.matchmaking.support.Person;
import dev.stoa.matchmaking.support.TestWorld;
import dev.stoa.matchmaking.support.Watcher;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import org.junit.jupiter.api.Test;

/** What an operator sees. */
@QuarkusTest
@WithTestResource(TestWorld.class)
class OperationsTest {

    @TestHTTPResource(management = true)
    URI management;

    @Test
    void readinessNamesEachPart() {
        await().untilAsserted(() -> given().get(management.resolve("/q/health/ready"))
                .then()
                .statusCode(200)
                .body("checks.name", hasItem("queue Redis"))
                .body("checks.find { it.name == 'queue Redis' }.data.following", equalTo(true))
                .body("checks.find { it.name.startsWith('signaling Redis') }.data.connected", equalTo(true))
                .body("checks.find { it.name.startsWith('OIDC provider') }.data.reachable", equalTo(true)));
    }

    @Test
    void metricsCountWhatHappens() {
        Person ada = Person.named("Ada").speaking("da");
        Person bob = Person.named("Bob").speaking("da");
        try (Watcher adas = Watcher.of(ada)) {
            ada.ask("0613");
            bob.beAvailable("0613");
            bob.talkTo(ada);
            ada.post("/matches/" + ada.standing("match.id") + "/leave").statusCode(204);
            bob.stop();

            for (String line : new String[] {
                "stoa_tickets_total{state=\"completed\"}",
                "stoa_offers_total{outcome=\"accepted\"}",
                "stoa_matches_total{change=\"left\"}",
                "stoa_availabilities_total{change=\"by-account\"}",
                "stoa_ticket_wait_seconds_bucket{le=\"5.0\"}",
                "stoa_event_streams 1.0"
            }) {
                // Streams that other tests have left end when the service notices.
                await(line)
                        .untilAsserted(() -> given().get(management.resolve("/q/metrics"))
                                .then()
                                .statusCode(200)
                                .body(containsString(line)));
            }
        }
    }

    @Test
    void healthAndMetricsAreNotOnTheServingPort() {
        given().get("/q/health").then().statusCode(404);
        given().get("/q/metrics").then().statusCode(404);
    }
}
