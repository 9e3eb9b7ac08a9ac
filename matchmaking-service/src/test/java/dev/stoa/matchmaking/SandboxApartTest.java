package dev.stoa.matchmaking;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.stoa.matchmaking.support.Person;
import dev.stoa.matchmaking.support.TestIntegrator;
import dev.stoa.matchmaking.support.TestWorld;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whoever practises is apart from those who need help. */
@QuarkusTest
@WithTestResource(TestWorld.class)
class SandboxApartTest {

    private final TestIntegrator school = TestIntegrator.with("tickets events sandbox");
    private final Practice practice = new Practice(school);

    @Test
    void realPeopleAndSimulatedOnesNeverMeet() {
        Person grace = Person.named("Grace").offering("0542");
        Person ada = Person.named("Ada");
        grace.beAvailable("0542");
        JsonPath nobody = practice.ask(Map.of("scenario", "nobody"), "0542");
        JsonPath taken = practice.ask(Practice.BRIEF_CALL, "0542");
        grace.stayAvailableUntil(() -> practice.state(taken).equals("completed"));

        assertEquals("queued", practice.state(nobody));
        assertNull(grace.standing("offer"));
        grace.stop();
        JsonPath running = practice.ask(Practice.BRIEF_CALL, "0542");
        String real = ada.ask("0542");
        practice.awaitState(running, "completed");
        ada.get("/tickets/" + real).body("state", equalTo("queued")).body("sandbox", nullValue());
        ada.post("/tickets/" + real + "/cancel");
        school.post("/tickets/" + nobody.getString("id") + "/cancel").statusCode(200);
    }

    @Test
    void theStatisticsOfAFieldKnowNothingOfIt() {
        JsonPath nobody = practice.ask(Map.of("scenario", "nobody"), "054");
        practice.awaitState(practice.ask(Practice.BRIEF_CALL, "054"), "completed");

        school.get("/fields/statistics?fields=054")
                .statusCode(200)
                .body("items[0].waiting", equalTo(0))
                .body("items[0].available", equalTo(0))
                .body("items[0].inCall", equalTo(0))
                .body("items[0].estimate.kind", equalTo("no-expert"));
        school.post("/tickets/" + nobody.getString("id") + "/cancel").statusCode(200);
    }

    @Test
    void theSameUserMayPractiseAndAskForRealAtTheSameTime() {
        JsonPath trial = practice.ask(Map.of("scenario", "nobody"), "0541", "student");
        Map<String, Object> wish = TestIntegrator.wish("student", "0541");
        String real = school.post("/tickets", wish).statusCode(201).extract().path("id");

        school.post("/tickets/" + trial.getString("id") + "/cancel").statusCode(200);
        school.get("/tickets/" + real).body("state", equalTo("queued"));
        school.post("/tickets/" + real + "/cancel").statusCode(200);
    }
}
