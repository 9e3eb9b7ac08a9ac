package dev.stoa.matchmaking.api.limit;

import dev.stoa.matchmaking.problem.Problems;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Duration;

/** Lets somebody do one thing only so often, whichever instances are asked. */
@ApplicationScoped
public class Throttle {

    private final SharedBuckets buckets;

    Throttle(SharedBuckets buckets) {
        this.buckets = buckets;
    }

    /**
     * Counts one time, or fails with a 429 problem.
     *
     * @param what what is counted, together with whose it is
     * @param times how often it may be done at once, and within the window
     */
    public Uni<Void> take(String what, int times, Duration window) {
        return buckets.take(what, new Quota(times, window))
                .invoke(verdict -> {
                    if (!verdict.allowed()) {
                        throw Problems.of(
                                        429,
                                        "quota-exceeded",
                                        "Too often",
                                        "This was done too often: wait for Retry-After seconds.")
                                .withHeader(HttpHeaders.RETRY_AFTER, verdict.retrySeconds())
                                .build();
                    }
                })
                .replaceWithVoid();
    }
}
