package dev.stoa.signaling.cluster;

import dev.stoa.signaling.redis.Loop;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * How soon after one call the next may go: at once if that one took a single message, else after a rest, for then more is to be
 * expected that can go with it. Lives on the loop.
 */
final class Pace {

    private final long rest;
    private final LongSupplier clock;
    private final Timer timer;
    private long until;

    /** @param clock nanoseconds since any moment */
    Pace(Duration rest, LongSupplier clock, Timer timer) {
        this.rest = rest.toNanos();
        this.clock = clock;
        this.timer = timer;
        until = clock.getAsLong();
    }

    /** By the loop's own time. */
    static Pace of(Duration rest, Loop loop) {
        return new Pace(rest, System::nanoTime, loop::after);
    }

    boolean isTime() {
        return clock.getAsLong() - until >= 0;
    }

    /** A call went that took so many messages. */
    void sent(int messages) {
        until = clock.getAsLong() + (messages > 1 ? rest : 0);
    }

    /** Runs when it is time. */
    void whenItIsTime(Runnable action) {
        timer.after(Duration.ofNanos(Math.max(0, until - clock.getAsLong())), action);
    }

    /** Runs something once, later. */
    interface Timer {
        void after(Duration wait, Runnable action);
    }
}
