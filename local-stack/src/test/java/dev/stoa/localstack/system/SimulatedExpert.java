package dev.stoa.localstack.system;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;

/** Stays available, accepts most offers, declines some, lets one in a while pass and pauses for it, and helps one learner after another. */
final class SimulatedExpert implements AutoCloseable {
    private final String name;
    private final ApiClient api;
    private final History history;
    private final List<String> fields;
    private final Random random;
    private final Executor oneByOne =
            Executors.newSingleThreadExecutor(Thread.ofVirtual().factory());
    private AutoCloseable events = () -> {};
    private volatile boolean home;
    private volatile boolean missed;
    private String offer = "";
    private String match = "";
    private long matchBegun;

    SimulatedExpert(String name, ApiClient api, History history, List<String> fields, long seed) {
        this.name = name;
        this.api = api;
        this.history = history;
        this.fields = fields;
        this.random = new Random(seed);
    }

    void beginHelping(Administrator administrator) {
        var profile = Map.of("displayName", name, "languages", List.of("en"), "fields", fields);
        administrator.verify(
                api.patiently("PUT", "/api/identity/v1/me", profile).expect(200));
        events = api.events((type, data) -> oneByOne.execute(() -> hear(type, data)));
        beAvailable();
    }

    private void beAvailable() {
        if (home) return;
        var answer = api.patiently("PUT", "/api/matchmaking/v1/availability", Map.of("fields", fields));
        // Whoever lets an offer pass has to pause, for longer than the others need to meet.
        if (missed
                && answer.status() == 409
                && answer.body().path("type").asText().equals("/problems/cooling-down")) {
            home = true;
        } else if (answer.status() != 200) {
            history.odd(name + " could not become available: " + answer);
        }
    }

    private void hear(String type, JsonNode data) {
        switch (type) {
            case "ping" -> api.post("/api/matchmaking/v1/availability/renew", null);
            case "offer" -> consider(data.get("offer").get("id").asText());
            case "match" -> begin(data.get("match").get("id").asText());
            case "match-ended" -> end(data.get("matchId").asText());
            case "availability-ended" -> {
                if (!data.get("reason").asText().equals("by-account")) beAvailable();
            }
            default -> {}
        }
    }

    /** Answers each offer once, though its event comes again when one of the two has said yes. */
    private void consider(String id) {
        if (!id.equals(offer)) answer(id);
        offer = id;
    }

    private void answer(String offer) {
        var mood = random.nextInt(100);
        if (mood < 3) {
            missed = true;
            return;
        }
        var verdict = mood < 13 ? "decline" : "accept";
        var status = api.post("/api/matchmaking/v1/offers/" + offer + "/" + verdict, null)
                .status();
        if (status >= 500) history.odd(name + " got " + status + " on " + verdict);
    }

    private void begin(String id) {
        if (id.equals(match)) return;
        if (!match.isEmpty()) history.odd(name + " was matched (" + id + ") while in " + match);
        match = id;
        matchBegun = System.nanoTime();
        var pass = api.post(
                "/api/matchmaking/v1/matches/" + id + "/pass", Map.of("nonce", SimulatedLearner.nonce(id + name)));
        if (pass.status() != 200 && pass.status() != 409) history.odd(name + " got no room pass: " + pass);
    }

    private void end(String id) {
        if (!id.equals(match)) return;
        history.met(new History.Meeting(id, name, "expert", matchBegun, System.nanoTime()));
        match = "";
        beAvailable();
    }

    @Override
    public void close() throws Exception {
        home = true;
        // Else learners of later tests are offered to nobody until the lease ends.
        api.patiently("DELETE", "/api/matchmaking/v1/availability", null);
        events.close();
    }
}
