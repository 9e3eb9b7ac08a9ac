package dev.stoa.matchmaking.queue;

import java.time.Duration;

/**
 * Tells a periodic look for overdue answers that came late, because the whole process stood still (suspended, starved, a
 * long collection): answers have come meanwhile and nobody has read them yet, so that nothing may be held against Redis
 * for a moment. Where looks are always late, every other one counts. Used by one thread.
 */
final class Standstill {

    /** Looks that are this much apart are late; they are made ten times a second. */
    static final Duration LATE = Duration.ofMillis(400);
    /** How long answers that were not read get. */
    static final Duration GRACE = Duration.ofMillis(250);

    private long lastLook;
    private boolean excused;
    private long excusedUntil;

    /** @param now in nanoseconds, as all the times here */
    Standstill(long now) {
        lastLook = now;
    }

    /** Whether this look may judge. */
    boolean isOver(long now) {
        boolean late = now - lastLook > LATE.toNanos();
        lastLook = now;
        if (late && !excused) {
            excused = true;
            excusedUntil = now + GRACE.toNanos();
        }
        excused = excused && now - excusedUntil < 0;
        return !excused;
    }
}
