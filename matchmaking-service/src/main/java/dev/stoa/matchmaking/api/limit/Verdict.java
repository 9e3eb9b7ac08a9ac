package dev.stoa.matchmaking.api.limit;

import java.time.Duration;

/**
 * Whether a request is let through.
 *
 * @param remaining how many more would be, right now
 * @param full until the bucket is full again
 * @param retryAfter until the next one will be let through; zero when it would be right now
 */
record Verdict(boolean allowed, int remaining, Duration full, Duration retryAfter) {

    /** The value of the header RateLimit. */
    String state() {
        return "\"default\";r=" + remaining + ";t=" + seconds(full);
    }

    /** The value of the header Retry-After. */
    String retrySeconds() {
        return String.valueOf(Math.max(1, seconds(retryAfter)));
    }

    private static long seconds(Duration duration) {
        return duration.plusMillis(999).toSeconds();
    }
}
