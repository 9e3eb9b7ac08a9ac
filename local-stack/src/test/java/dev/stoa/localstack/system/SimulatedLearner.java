package dev.stoa.localstack.system;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Asks once, waits for an expert, says ready, takes the room pass, and hangs up. */
final class SimulatedLearner {
    private final String name;
    private final ApiClient api;
    private final History history;

    SimulatedLearner(String name, ApiClient api, History history) {
        this.name = name;
        this.api = api;
        this.history = history;
    }

    void learn(String field) throws Exception {
        var matched = new CompletableFuture<JsonNode>();
        try (var events = api.events((type, data) -> {
            if (type.equals("ticket")) sayReady(data.get("ticket"));
            if (type.equals("match") && !matched.complete(data.get("match"))) {
                var again = data.get("match").get("id").asText();
                if (!again.equals(matched.join().get("id").asText()))
                    history.odd(name + " was matched again: " + again);
            }
        })) {
            var ticket = api.patiently(
                            "POST",
                            "/api/matchmaking/v1/tickets",
                            Map.of("field", field, "languages", List.of("en"), "problem", "I am stuck: " + name))
                    .expect(201);
            var ticketId = ticket.get("id").asText();
            history.ticketCreated(ticketId, name);

            var match = matched.get(150, TimeUnit.SECONDS);
            var begun = System.nanoTime();
            var matchId = match.get("id").asText();
            history.ticketMatched(ticketId, matchId);
            var now = api.get("/api/matchmaking/v1/tickets/" + ticketId).expect(200);
            history.ticketMatched(ticketId, now.get("matchId").asText());
            var pass = api.post("/api/matchmaking/v1/matches/" + matchId + "/pass", Map.of("nonce", nonce(matchId)));
            if (pass.status() != 200) history.odd(name + " got no room pass: " + pass);
            history.met(new History.Meeting(matchId, name, "learner", begun, System.nanoTime()));
            api.post("/api/matchmaking/v1/matches/" + matchId + "/leave", null).expect(204);
        }
    }

    /** Says ready as soon as an expert was found. */
    private void sayReady(JsonNode ticket) {
        var path = "/api/matchmaking/v1/tickets/" + ticket.get("id").asText();
        var state = ticket.get("state").asText();
        if (state.equals("offered") && !ticket.get("readyCheck").get("ready").asBoolean()) {
            api.post(path + "/ready", null);
        } else if (state.equals("paused")) {
            history.odd(name + " was paused though it was there: " + ticket);
        }
    }

    /** A nonce of the form the API asks for: at least 22 letters and digits. */
    static String nonce(String seed) {
        return (seed.replaceAll("[^0-9A-Za-z]", "") + "0123456789012345678901").substring(0, 22);
    }
}
