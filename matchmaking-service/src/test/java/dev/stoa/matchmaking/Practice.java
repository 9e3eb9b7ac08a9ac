package dev.stoa.matchmaking;

import static org.awaitility.Awaitility.await;

import dev.stoa.matchmaking.support.TestIntegrator;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** An integrator's tickets in the sandbox. */
record Practice(TestIntegrator school) {

    static final Duration PATIENCE = Duration.ofSeconds(30);

    /** An expert accepts, and hangs up after a second. */
    static final Map<String, Object> BRIEF_CALL = Map.of("scenario", "accepts", "callSeconds", 1);

    static Map<String, Object> wish(Map<String, Object> sandbox, String field, String learner) {
        Map<String, Object> wish = new HashMap<>(TestIntegrator.wish(learner, field));
        wish.put("sandbox", sandbox);
        return wish;
    }

    JsonPath ask(String scenario) {
        return ask(Map.of("scenario", scenario, "callSeconds", 1), "0613");
    }

    JsonPath ask(Map<String, Object> sandbox, String field) {
        return ask(sandbox, field, "student-" + sandbox.get("scenario"));
    }

    JsonPath ask(Map<String, Object> sandbox, String field, String learner) {
        return school.post("/tickets", wish(sandbox, field, learner))
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    void awaitState(JsonPath ticket, String state) {
        await().atMost(PATIENCE).until(() -> state(ticket).equals(state));
    }

    String state(JsonPath ticket) {
        return see(ticket).getString("state");
    }

    JsonPath see(JsonPath ticket) {
        return school.get("/tickets/" + ticket.getString("id"))
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
