package dev.stoa.matchmaking;

import static dev.stoa.matchmaking.support.ProblemCheck.problem;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.stoa.matchmaking.support.Person;
import dev.stoa.matchmaking.support.Receiver;
import dev.stoa.matchmaking.support.TestIntegrator;
import dev.stoa.matchmaking.support.TestQueue;
import dev.stoa.matchmaking.support.TestWorld;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How integrators keep their webhooks. */
@QuarkusTest
@WithTestResource(TestWorld.class)
class WebhookResourceTest {

    private static final Map<String, Object> WISH = Map.of("url", "http://127.0.0.1:19999/hook");

    @Inject
    Vertx vertx;

    private final TestIntegrator school = TestIntegrator.with("webhooks");

    @Test
    void theSecretIsShownOnce() {
        JsonPath webhook = create(WISH)
                .header("ETag", "\"1\"")
                .header("Cache-Control", "no-store")
                .header("Location", containsString("/webhooks/whk_"))
                .body("secret", matchesPattern("whsec_[A-Za-z0-9+/]{43}="))
                .body("events", hasSize(0))
                .body("enabled", equalTo(true))
                .extract()
                .jsonPath();

        school.get("/webhooks/" + webhook.getString("id"))
                .statusCode(200)
                .body("secret", nullValue())
                .body("url", equalTo(WISH.get("url")));
        school.get("/webhooks").statusCode(200).body("items", hasSize(1)).body("items[0].secret", nullValue());
    }

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
    void anUnknownTypeIsRefused() {
        problem(school.post("/webhooks", Map.of("url", WISH.get("url"), "events", List.of("ticket.lost"))), 400);
    }

    @Test
    void aTestCallSaysHowItWent() {
        try (Receiver receiver = new Receiver()) {
            JsonPath webhook = create(Map.of("url", receiver.url())).extract().jsonPath();
            String path = "/webhooks/" + webhook.getString("id");
            school.post(path + "/test")
                    .statusCode(200)
                    .body("delivered", equalTo(true))
                    .body("status", equalTo(204));
            Receiver.Call call = receiver.calls().getFirst();
            assertEquals("ping", call.type());
            assertEquals(1, call.signaturesBy(webhook.getString("secret")));
            assertEquals(webhook.getString("id"), call.json().getString("data.webhookId"));
            receiver.answering(503);
            school.post(path + "/test").body("delivered", equalTo(false)).body("status", equalTo(503));
            receiver.close();
            school.post(path + "/test").body("delivered", equalTo(false)).body("error", equalTo("connection"));
        }
    }

    @Test
    void theSameRequestIsDoneOnceAndItsSecretIsRememberedUnderSeal() {
        String key = UUID.randomUUID().toString();
        String another = UUID.randomUUID().toString();
        String secret = once("/webhooks", key, WISH).statusCode(201).extract().path("secret");
        once("/webhooks", key, WISH)
                .statusCode(201)
                .header("Idempotent-Replayed", "true")
                .body("secret", equalTo(secret));
        String path = "/webhooks/"
                + school.get("/webhooks").body("items", hasSize(1)).extract().path("items[0].id");
        String rotated =
                once(path + "/rotate", another, "").statusCode(200).extract().path("secret");
        once(path + "/rotate", another, "")
                .statusCode(200)
                .body("secret", equalTo(rotated))
                .body("revision", equalTo(2));

        String redis = ConfigProvider.getConfig().getValue("stoa.queue.redis-url", String.class);
        try (TestQueue queue = new TestQueue(vertx, redis)) {
            for (Response name : queue.redis(Command.KEYS, "{mm}:request:*")) {
                String stored = queue.redis(Command.HGETALL, name.toString()).toString();
                assertFalse(stored.contains("whsec_"), stored);
            }
        }
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

    private ValidatableResponse once(String path, String key, Object body) {
        return school.request()
                .header("Idempotency-Key", key)
                .body(body)
                .post(path)
                .then();
    }
}
