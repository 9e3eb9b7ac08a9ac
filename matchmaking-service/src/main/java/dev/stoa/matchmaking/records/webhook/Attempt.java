package dev.stoa.matchmaking.records.webhook;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How an attempt to call went.
 *
 * @param status of the answer; absent when there was none
 * @param error why there was none
 * @param took ms from the beginning to the status, or to the error
 * @param retryAfter for how long the receiver wants to be left alone
 */
record Attempt(@Nullable Integer status, @Nullable String error, long took, Optional<Duration> retryAfter) {

    private static final int GONE = 410;

    static Attempt answered(int status, long took, Optional<Duration> retryAfter) {
        return new Attempt(status, null, took, retryAfter);
    }

    static Attempt failed(String error, long took) {
        return new Attempt(null, error, took, Optional.empty());
    }

    /** Whether the receiver has it. */
    boolean delivered() {
        return status != null && status >= 200 && status < 300;
    }

    /** Whether the receiver never wants to be called again. */
    boolean gone() {
        return status != null && status == GONE;
    }
}
