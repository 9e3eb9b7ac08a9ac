package dev.stoa.signaling.socket;

/** How much one socket may still send: a token bucket, and a count of bad messages. Not for several threads at once. */
final class Budget {

    /** What to do with a message. */
    enum Verdict {
        ACCEPT,
        REFUSE,
        CLOSE
    }

    private static final double NANOS = 1e9;

    private final int burst;
    private final int perSecond;
    private int floodTolerance;
    private int badMessages;
    private double tokens;
    private long filledAt;

    Budget(SocketConfig config, long now) {
        burst = config.burst();
        perSecond = config.perSecond();
        floodTolerance = config.floodTolerance();
        badMessages = config.badMessages();
        tokens = burst;
        filledAt = now;
    }

    /** Takes one message, good or bad, from the bucket. {@code now} is {@link System#nanoTime()}. */
    Verdict spend(long now) {
        tokens = Math.min(burst, tokens + (now - filledAt) / NANOS * perSecond);
        filledAt = now;
        if (tokens >= 1) {
            tokens--;
            return Verdict.ACCEPT;
        }
        return floodTolerance-- > 0 ? Verdict.REFUSE : Verdict.CLOSE;
    }

    /** Counts a bad message. */
    Verdict bad() {
        return badMessages-- > 0 ? Verdict.REFUSE : Verdict.CLOSE;
    }
}
