package dev.stoa.localstack.system;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stoa.localstack.browser.Person;
import java.util.function.Supplier;

/** What comes from the other one in a call. */
final class Faces {
    private static final int FRAMES = 10;

    private Faces() {}

    /** Moving pictures and a voice arrive. */
    static void assertReceives(Person person) {
        assertReceives(person::received);
    }

    /** @param received what the witness script has counted so far */
    static void assertReceives(Supplier<JsonNode> received) {
        var before = received.get();
        await("pictures and a voice").atMost(60, SECONDS).untilAsserted(() -> {
            var now = received.get();
            assertThat(now.get("frames").asLong())
                    .isGreaterThan(before.get("frames").asLong() + FRAMES);
            assertThat(now.get("energy").asDouble())
                    .isGreaterThan(before.get("energy").asDouble());
        });
    }
}
