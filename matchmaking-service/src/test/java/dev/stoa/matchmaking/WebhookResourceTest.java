package dev.stoa.matchmaking;

import static dev.stoa.matchmaking.support.ProblemCheck.problem;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.stoa.matchmaking.support.Person;
import dev.stoa.matchmaking.support.TestIntegrator;
import dev.stoa.matchmaking.support.TestWorld;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How integrators keep their webhooks. */
@QuarkusTest
@WithTestResource(TestWorld.class)
class WebhookResourceTest {

    private static final Map<String, Object> WISH = Map.of("url", "http://127.0.0.1:19999/hook");

    private final TestIntegrator school = TestIntegrator.with("webhooks");

    @Test
    void aChangeNeedsTheRevisionThatWasSeen() {
        String path = "/webhooks/" + create(WISH).extract().path("id");
        problem(school.request().body(Map.of("enabled", false)).patch(path).then(), 428);
        problem(patch(path, "\"7\"", Map.of("enabled", false)), 412);

        patch(path, "\"1\"", Map.of("enabled", false, "description", "Staging", "events", List.of("match.ended")))
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("enabled", equalTo(false))
                .body("disabledReason", equalTo("by-integrator"))
                .body("description", equalTo("Staging"))
                .body("events", contains("match.ended"));
        patch(path, "\"2\"", Map.of("enabled", true))
                .statusCode(200)
                .body("disabledReason", nullValue())
                .body("events", contains("match.ended"));
        problem(school.request().header("If-Match", "\"1\"").delete(path).then(), 412);
        school.request().header("If-Match", "\"3\"").delete(path).then().statusCode(204);
        problem(school.get(path), 404);
    }

    @Test
    void othersFindNothing() {
        String path = "/webhooks/" + create(WISH).extract().path("id");
        TestIntegrator club = TestIntegrator.with("webhooks");

        club.get("/webhooks").statusCode(200).body("items", hasSize(0));
        problem(club.get(path), 404);
        problem(
                club.request()
                        .header("If-Match", "\"1\"")
                        .body(Map.of("enabled", false))
                        .patch(path)
                        .then(),
                404);
        problem(club.request().delete(path).then(), 404);
        problem(club.post(path + "/rotate"), 404);
        problem(club.post(path + "/test"), 404);
        problem(club.get(path + "/deliveries"), 404);
        problem(club.post(path + "/replay", Map.of("since", "2026-01-01T00:00:00Z")), 404);
        school.post(path + "/replay", Map.of("since", "+1000000000-12-31T23:59:59Z"))
                .statusCode(202)
                .body("replayed", equalTo(0));
        problem(school.get(path + "/deliveries/evt_0000000000000000000000"), 404);
        school.get(path).statusCode(200).body("revision", equalTo(1));
    }

    @Test
    void onlyIntegratorsWithTheScopeHaveWebhooks() {
        problem(TestIntegrator.with("tickets events").get("/webhooks"), 403).body("scope", equalTo("webhooks"));
        problem(Person.named("Ada").get("/webhooks"), 403).body("type", equalTo("/problems/not-for-this-caller"));
        problem(Person.named("Ada").post("/webhooks", WISH), 403);
    }

    @Test
    void thereAreTenAtMost() {
        for (int i = 0; i < 10; i++) {
            create(WISH);
        }
        problem(school.post("/webhooks", WISH), 409).body("type", equalTo("/problems/too-many-webhooks"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://127.0.0.1/hook",
                "http://user:secret@127.0.0.1:8080/hook",
                "http://127.0.0.1:8080/hook#part",
                "http://127.0.0.1:22/hook",
                "http://10.0.0.1:8080/hook",
                "http://169.254.169.254/latest/meta-data",
                "http://[::1]:8080/hook",
                "http://[::ffff:10.0.0.1]:8080/hook",
                "http://0x0a000001:8080/hook",
                "http://no-such-host.invalid/hook",
                "http:///hook",
                "hook",
                " "
            })
    void aUrlThatMayNotBeCalledIsRefused(String url) {
        problem(school.post("/webhooks", Map.of("url", url)), 400).body("violations.field", contains("url"));
    }

    @Test
    void aDescriptionIsPlainText() {
        Map<String, Object> wish = Map.of("url", WISH.get("url"), "description", "nul \u0000");
        String path = "/webhooks/" + create(WISH).extract().path("id");

        problem(school.post("/webhooks", wish), 400).body("violations.field", contains("description"));
        problem(patch(path, "\"1\"", Map.of("description", "nul \u0000")), 400)
                .body("violations.field", contains("description"));
        problem(patch(path, "\"1\"", Map.of("url", "http://127.0.0.1:19999/\u0000")), 400);
    }

    @Test
    void anUnknownTypeIsRefused() {
        problem(school.post("/webhooks", Map.of("url", WISH.get("url"), "events", List.of("ticket.lost"))), 400);
    }

    private ValidatableResponse create(Map<String, Object> wish) {
        return school.post("/webhooks", wish).statusCode(201);
    }

    private ValidatableResponse patch(String path, String ifMatch, Object change) {
        return school.request()
                .header("If-Match", ifMatch)
                .body(change)
                .patch(path)
                .then();
    }
}
