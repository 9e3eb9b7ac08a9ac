package dev.stoa.signaling.socket;

/**
 * How much one participant may still send: a token bucket for messages, and one each for those above the rate and for bad
 * ones, which fill up once in {@link #FORGIVEN_SECONDS} seconds. For any thread.
 */
final class Budget {

    /** What to do with a message. */
    enum Verdict {
        ACCEPT,
        REFUSE,
        CLOSE
    }

    private static final double FORGIVEN_SECONDS = 60;

    private final Bucket messages;
    private final Bucket floods;
    private final Bucket bad;

    Budget(SocketConfig config, long now) {
        messages = new Bucket(config.burst(), config.perSecond(), now);
        floods = new Bucket(config.floodTolerance(), config.floodTolerance() / FORGIVEN_SECONDS, now);
        bad = new Bucket(config.badMessages(), config.badMessages() / FORGIVEN_SECONDS, now);
    }

    /** Takes one message, good or bad, from the bucket. {@code now} is {@link System#nanoTime()}. */
    synchronized Verdict spend(long now) {
        if (messages.take(1, now)) {
            return Verdict.ACCEPT;
        }
        return floods.take(1, now) ? Verdict.REFUSE : Verdict.CLOSE;
    }

    /** Takes so many messages at once, or none of them. */
    synchronized boolean spend(int count, long now) {
        return messages.take(count, now);
    }

    /** Counts a bad message. */
    synchronized Verdict bad(long now) {
        return bad.take(1, now) ? Verdict.REFUSE : Verdict.CLOSE;
    }

    /** Whether a new one would allow no more. */
    synchronized boolean isUntouched(long now) {
        return messages.isFull(now) && floods.isFull(now) && bad.isFull(now);
    }
}
