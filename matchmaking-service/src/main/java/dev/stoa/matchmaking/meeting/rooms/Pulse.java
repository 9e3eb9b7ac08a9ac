package dev.stoa.matchmaking.meeting.rooms;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Whether any instance of signaling is alive, as the clock shows that they move. Used by one reader, one look after the other. */
final class Pulse {

    /** For so long the clock may stand still; by default it moves every 750 ms. */
    static final Duration PATIENCE = Duration.ofSeconds(5);

    private @Nullable String last;
    private boolean moves;
    private long movedAt;

    /**
     * Whether one is.
     *
     * @param at what the clock shows
     * @param now in nanoseconds
     */
    boolean isFelt(String at, long now) {
        if (!at.equals(last)) {
            moves = last != null;
            movedAt = now;
            last = at;
        }
        return moves && now - movedAt < PATIENCE.toNanos();
    }
}
