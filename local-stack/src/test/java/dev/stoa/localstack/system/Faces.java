package dev.stoa.localstack.system;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.stoa.localstack.browser.Person;

/** What comes from the other one in a call. */
final class Faces {
    private static final int FRAMES = 10;

    private Faces() {}

    /** Moving pictures and a voice arrive. */
    static void assertReceives(Person person) {
        var before = person.received();
        await("pictures and a voice").atMost(60, SECONDS).untilAsserted(() -> {
            var now = person.received();
            assertThat(now.get("frames").asLong())
                    .isGreaterThan(before.get("frames").asLong() + FRAMES);
            assertThat(now.get("energy").asDouble())
                    .isGreaterThan(before.get("energy").asDouble());
        });
    }
}
