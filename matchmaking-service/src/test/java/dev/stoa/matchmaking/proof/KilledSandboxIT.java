package dev.stoa.matchmaking.proof;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.stoa.matchmaking.rig.Instance;
import io.vertx.core.http.HttpMethod;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A sandbox is not tied to an instance: whichever one dies, simulated people go on. */
class KilledSandboxIT {

    private static final List<String> SCENARIOS = List.of("accepts", "declines-first", "expert-no-show");
    private static final Set<String> BEGUN = Set.of("offered", "matched", "in-call");
    private static final int TICKETS = 30;

    @Test
    void whatAKilledInstanceHasBegunAnotherOneEnds() {
        try (Stage stage = new Stage("sandbox", 2, List.of());
                Service service = new Service(stage.vertx, stage.instances)) {
            Account school = Account.practising("school", stage.issuer(), stage.providerKey());
            List<String> tickets = new ArrayList<>();
            for (int i = 0; i < TICKETS; i++) {
                tickets.add(practise(service, school, i));
            }
            await().until(() -> tickets.reversed().stream().anyMatch(id -> BEGUN.contains(state(service, school, id))));
            Instance killed = stage.instances.getFirst();
            killed.kill();
            await().until(() -> !killed.runs());

            await().atMost(Duration.ofSeconds(60))
                    .until(() -> tickets.stream()
                            .allMatch(id -> state(service, school, id).equals("completed")));
            stage.replace(0);
            stage.instances.getFirst().awaitReady();
            stage.instances.get(1).kill();
            String next = practise(service, school, TICKETS);
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> state(service, school, next).equals("completed"));
        }
    }

    private static String practise(Service service, Account school, int number) {
        List<String> id = new ArrayList<>();
        await().until(() -> {
            Answer answer = service.ask(
                    school,
                    HttpMethod.POST,
                    "/tickets",
                    Map.of(
                            "field",
                            "0613",
                            "problem",
                            "Why does my loop never end?",
                            "learner",
                            Map.of("externalId", "student-" + number, "displayName", "Ada", "languages", List.of("en")),
                            "sandbox",
                            Map.of("scenario", SCENARIOS.get(number % SCENARIOS.size()), "callSeconds", 1)));
            id.add(answer.body().path("id").asText());
            return answer.status() == 201;
        });
        return id.getLast();
    }

    private static String state(Service service, Account school, String ticket) {
        Answer answer = service.ask(school, HttpMethod.GET, "/tickets/" + ticket, null);
        assertNotEquals(404, answer.status());
        return answer.body().path("state").asText();
    }
}
