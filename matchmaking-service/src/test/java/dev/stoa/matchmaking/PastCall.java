package dev.stoa.matchmaking;

import dev.stoa.matchmaking.support.Person;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;

/** A call between two who then have something to say of it. */
final class PastCall {

    private PastCall() {}

    /** Brings them together, and gives the id of their match. */
    static String between(Person learner, Person expert) {
        learner.ask("0613");
        expert.beAvailable("0613");
        String match = expert.meet(learner);
        expert.stop();
        return match;
    }

    static void end(Person participant, String match) {
        participant.post("/matches/" + match + "/leave");
    }

    static ValidatableResponse rate(Person participant, String match, int stars, String... reasons) {
        return participant.put(
                "/matches/" + match + "/rating",
                Map.of("stars", stars, "reasons", List.of(reasons), "words", " Well done\n"));
    }
}
