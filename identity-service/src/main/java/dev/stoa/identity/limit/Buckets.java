package dev.stoa.identity.limit;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Buckets of tokens, one for each caller of those that came last. Whoever falls out has not called for longest, and so has
 * most likely a full bucket again.
 *
 * <p>A bucket is one number, as in the generic cell rate algorithm (ITU-T I.371): the time at which it will be full.
 */
final class Buckets {

    private static final int MOST = 100_000;

    private final int tokens;
    private final long interval;
    private final LongSupplier nanos;
    private final Map<String, Long> fullAt = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
            return size() > MOST;
        }
    };

    /**
     * Buckets of so many tokens, at least one, which come back one by one within the window.
     *
     * @param nanos a clock in ns from any point on
     */
    Buckets(int tokens, Duration window, LongSupplier nanos) {
        this.tokens = tokens;
        this.interval = window.toNanos() / tokens;
        this.nanos = nanos;
    }

    /** Takes a token out of the caller's bucket; if there is none, answers how long it takes until there is one. */
    synchronized Optional<Duration> take(String caller) {
        long now = nanos.getAsLong();
        Long known = fullAt.get(caller);
        long before = known == null || known - now < 0 ? now : known;
        long missing = before + interval - now - interval * tokens;
        if (missing > 0) {
            return Optional.of(Duration.ofNanos(missing));
        }
        fullAt.put(caller, before + interval);
        return Optional.empty();
    }
}
