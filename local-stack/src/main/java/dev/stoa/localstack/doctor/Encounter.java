package dev.stoa.localstack.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * A learner and an expert who meet through the queue. They speak a language that hardly anybody else does (Volapük), so
 * that nobody who really waits or helps is led to them.
 */
final class Encounter implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final List<String> LANGUAGES = List.of("vo");

    private final Visitor learner;
    private final Visitor expert;
    private final SecureRandom random = new SecureRandom();
    private String ticket = "";
    private String match = "";

    Encounter(Visitor learner, Visitor expert) {
        this.learner = learner;
        this.expert = expert;
    }

    /**
     * Lets them meet.
     *
     * @return ms from the asking to the offer
     */
    long meet() {
        var fields = expert.verifiedFields();
        if (fields.isEmpty()) {
            throw new Sickness(
                    "%s helps in no field that an administrator has verified. Offer one on the profile page, and verify it.",
                    expert.name());
        }
        learner.listen();
        expert.listen();
        learner.await("standing", PATIENCE);
        expert.await("standing", PATIENCE);
        expert.put("/availability", Map.of("fields", List.of(fields.getFirst()), "languages", LANGUAGES));
        var asked = System.nanoTime();
        ticket = learner.post(
                        "/tickets",
                        Map.of("field", fields.getFirst(), "languages", LANGUAGES, "problem", "Self-test of the site."))
                .path("id")
                .asText();
        var offer = expert.await("offer", PATIENCE).path("offer").path("id").asText();
        var waited = Duration.ofNanos(System.nanoTime() - asked).toMillis();
        learner.post("/tickets/" + ticket + "/ready?offerId=" + offer);
        expert.post("/offers/" + offer + "/accept");
        match = learner.await("match", PATIENCE).path("match").path("id").asText();
        expert.await("match", PATIENCE);
        return waited;
    }

    JsonNode learnersPass() {
        return pass(learner);
    }

    JsonNode expertsPass() {
        return pass(expert);
    }

    private JsonNode pass(Visitor visitor) {
        var nonce = new byte[16];
        random.nextBytes(nonce);
        return visitor.post(
                "/matches/" + match + "/pass", Map.of("nonce", HexFormat.of().formatHex(nonce)));
    }

    /** Leaves nothing behind: no ticket, no availability, no match. */
    @Override
    public void close() {
        try {
            if (!match.isEmpty()) learner.post("/matches/" + match + "/leave");
            else if (!ticket.isEmpty()) learner.post("/tickets/" + ticket + "/cancel");
        } finally {
            expert.delete("/availability");
            learner.close();
            expert.close();
        }
    }
}
