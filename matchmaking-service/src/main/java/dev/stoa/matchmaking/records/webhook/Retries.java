package dev.stoa.matchmaking.records.webhook;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/** When to try again. */
final class Retries {

    /** Pauses get up to so much longer, so that what has failed together does not come back together. */
    private static final double JITTER = 0.2;

    private final List<Duration> pauses;
    private final DoubleSupplier random;

    /**
     * @param random from 0 to 1
     */
    Retries(List<Duration> pauses, DoubleSupplier random) {
        this.pauses = pauses;
        this.random = random;
    }

    /**
     * The pause before the next attempt, never shorter than what the receiver has asked for; none when all are made.
     *
     * @param made how many attempts have been made
     */
    Optional<Duration> after(int made, Optional<Duration> asked) {
        if (made > pauses.size()) {
            return Optional.empty();
        }
        Duration usual = pauses.get(made - 1);
        Duration longer = usual.plusMillis((long) (usual.toMillis() * JITTER * random.getAsDouble()));
        return Optional.of(asked.filter(pause -> pause.compareTo(longer) > 0).orElse(longer));
    }
}
