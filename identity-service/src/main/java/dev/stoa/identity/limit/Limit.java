package dev.stoa.identity.limit;

import dev.stoa.identity.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Keeps one caller's requests from being a burden to all others. Each instance counts by itself, in memory: accounts need no Redis,
 * and a flood that is as many times as large as there are instances is none yet.
 */
@ApplicationScoped
public class Limit {

    /** Whoever looks after a place goes through many accounts at a time. */
    private static final int FOR_ADMINISTRATORS = 10;

    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final Optional<Buckets> requests;
    private final Optional<Buckets> sessions;
    private final Optional<Buckets> people;
    private final Optional<Buckets> administrators;

    @Inject
    Limit(LimitConfig config) {
        this(
                new Rate(config.requests(), config.requestsWindow()),
                new Rate(config.changes(), config.changesWindow()),
                System::nanoTime);
    }

    Limit(Rate requests, Rate changes, LongSupplier nanos) {
        this.requests = requests.buckets(nanos);
        this.sessions = requests.buckets(nanos);
        this.people = changes.buckets(nanos);
        this.administrators = changes.times(FOR_ADMINISTRATORS).buckets(nanos);
    }

    /** Counts any request of the account. Fails with {@link Problem#QUOTA_EXCEEDED} if there were too many. */
    public void countRequest(String account) {
        count(requests, account);
    }

    /** Counts a question of the browser with this session. Fails with {@link Problem#QUOTA_EXCEEDED} if there were too many. */
    public void countSession(String session) {
        count(sessions, session);
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
                    .withHeader("Retry-After", Math.ceilDiv(wait.toNanos(), SECOND))
                    .build();
        });
    }

    /**
     * How much is let through.
     *
     * @param tokens at once; none: any number
     * @param window in which they are there again
     */
    record Rate(int tokens, Duration window) {

        private Rate times(int factor) {
            return new Rate(tokens * factor, window);
        }

        private Optional<Buckets> buckets(LongSupplier nanos) {
            return tokens > 0 ? Optional.of(new Buckets(tokens, window, nanos)) : Optional.empty();
        }
    }
}
