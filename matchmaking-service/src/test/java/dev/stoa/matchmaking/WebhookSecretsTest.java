package dev.stoa.matchmaking;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

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
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/** A webhook's secret is shown once, kept under seal, and signs. */
@QuarkusTest
@WithTestResource(TestWorld.class)
class WebhookSecretsTest {

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

    private ValidatableResponse once(String path, String key, Object body) {
        return school.request()
                .header("Idempotency-Key", key)
                .body(body)
                .post(path)
                .then();
    }
}
