package dev.stoa.matchmaking;

import dev.stoa.matchmaking.support.Person;
import dev.stoa.matchmaking.support.SignalingRedis;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Ada and Bob talk before each test, and then have something to say of it. */
abstract class PastCall {

    final Person ada = Person.named("Ada").speaking("is");
    final Person bob = Person.named("Bob").speaking("is");
    final SignalingRedis redis = new SignalingRedis();
    String match;

    @BeforeEach
    void meet() {
        ada.ask("0613");
        bob.beAvailable("0613");
        match = bob.talkTo(ada);
        bob.stop();
    }

    @AfterEach
    void close() {
        end();
        redis.close();
    }

    void end() {
        ada.post("/matches/" + match + "/leave");
    }

    ValidatableResponse rate(Person person, int stars, String... reasons) {
        return person.put(
                "/matches/" + match + "/rating",
                Map.of("stars", stars, "reasons", List.of(reasons), "words", " Well done\n"));
    }
}
