package dev.stoa.signaling.socket;

/** A token bucket. Times are {@link System#nanoTime()}. Not for several threads at once. */
final class Bucket {

    private static final double NANOS = 1e9;

    private final int size;
    private final double perSecond;
    private double tokens;
    private long filledAt;

    Bucket(int size, double perSecond, long now) {
        this.size = size;
        this.perSecond = perSecond;
        tokens = size;
        filledAt = now;
    }

    /** Takes so many tokens, or none. */
    boolean take(int count, long now) {
        fill(now);
        if (tokens < count) {
            return false;
        }
        tokens -= count;
        return true;
    }

    /** Takes so many tokens, even if there are fewer. */
    void owe(double count, long now) {
        fill(now);
        tokens -= count;
    }

    /** How long it takes until as many tokens have come as were taken too many, in nanoseconds. */
    long untilNothingIsOwed(long now) {
        fill(now);
        return tokens >= 0 ? 0 : (long) Math.ceil(-tokens / perSecond * NANOS);
    }

    boolean isFull(long now) {
        fill(now);
        return tokens >= size;
    }

    private void fill(long now) {
        tokens = Math.min(size, tokens + (now - filledAt) / NANOS * perSecond);
        filledAt = now;
    }
}
