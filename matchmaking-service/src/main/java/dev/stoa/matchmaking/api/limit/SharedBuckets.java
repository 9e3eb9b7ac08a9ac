package dev.stoa.matchmaking.api.limit;

import dev.stoa.matchmaking.queue.Step;
import dev.stoa.matchmaking.queue.Steps;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** The buckets that all instances share. */
@ApplicationScoped
class SharedBuckets {

    private final Steps steps;

    SharedBuckets(Steps steps) {
        this.steps = steps;
    }

    /** Takes a token out of a bucket, if there is one. */
    Uni<Verdict> take(String bucket, Quota quota) {
        return steps.take(
                        Step.TAKE_TOKEN,
                        bucket,
                        quota.requests(),
                        quota.window().toMillis())
                .map(reply -> reply.as(Taken.class).verdict());
    }

    /** What the step answers; times are in ms. */
    record Taken(boolean allowed, int remaining, long full, long retryAfter) {

        Verdict verdict() {
            return new Verdict(allowed, remaining, Duration.ofMillis(full), Duration.ofMillis(retryAfter));
        }
    }
}
