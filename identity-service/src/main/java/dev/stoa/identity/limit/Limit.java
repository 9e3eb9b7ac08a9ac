package dev.stoa.identity.limit;

import dev.stoa.identity.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Keeps one account's changes from being a burden to all others. Each instance counts by itself, in memory: changes need no Redis,
 * and a flood that is as many times as large as there are instances is none yet.
 */
@ApplicationScoped
public class Limit {

    /** Whoever looks after a place goes through many accounts at a time. */
    private static final int FOR_ADMINISTRATORS = 10;

    private final Optional<Buckets> people;
    private final Optional<Buckets> administrators;

    @Inject
    Limit(LimitConfig config) {
        this(config.changes(), config.changesWindow(), System::nanoTime);
    }

    Limit(int changes, Duration window, LongSupplier nanos) {
        this.people = buckets(changes, window, nanos);
        this.administrators = buckets(changes * FOR_ADMINISTRATORS, window, nanos);
    }

    private static Optional<Buckets> buckets(int tokens, Duration window, LongSupplier nanos) {
        return tokens > 0 ? Optional.of(new Buckets(tokens, window, nanos)) : Optional.empty();
    }

    /** Counts a change of the account by its holder. Fails with {@link Problem#QUOTA_EXCEEDED} if there were too many. */
    public void countOwn(String account) {
        count(people, account);
    }

    /** Counts what an administrator changes of others. Fails with {@link Problem#QUOTA_EXCEEDED} if it was too much. */
    public void countAdministrators(String account) {
        count(administrators, account);
    }

    private static void count(Optional<Buckets> buckets, String account) {
        buckets.flatMap(limited -> limited.take(account)).ifPresent(wait -> {
            throw Problem.QUOTA_EXCEEDED
                    .asBuilder()
                    .withHeader("Retry-After", wait.plusMillis(999).toSeconds())
                    .build();
        });
    }
}
