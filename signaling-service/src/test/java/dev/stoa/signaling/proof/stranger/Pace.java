package dev.stoa.signaling.proof.stranger;

import java.util.concurrent.TimeUnit;

/** Keeps one client below the rate that the service allows it: so many messages at once, so many a second. */
public final class Pace {

    private static final double NANOS = TimeUnit.SECONDS.toNanos(1);

    private final int burst;
    private final int perSecond;
    private double left;
    private long countedAt = System.nanoTime();

    public Pace(int burst, int perSecond) {
        this.burst = burst;
        this.perSecond = perSecond;
        left = burst;
    }

    /** The rate of the document, with something to spare. */
    public static Pace documented() {
        return new Pace(150, 45);
    }

    /** Waits until one more message may go. For one thread. */
    void await() throws InterruptedException {
        refill();
        while (left < 1) {
            TimeUnit.NANOSECONDS.sleep((long) ((1 - left) / perSecond * NANOS) + 1);
            refill();
        }
        left--;
    }

    private void refill() {
        var now = System.nanoTime();
        left = Math.min(burst, left + (now - countedAt) / NANOS * perSecond);
        countedAt = now;
    }
}
