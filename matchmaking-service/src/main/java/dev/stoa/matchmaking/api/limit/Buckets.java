package dev.stoa.matchmaking.api.limit;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * The buckets of this instance's callers, those that were used last. Whoever falls out has not called for longest, and so
 * has most likely a full bucket again.
 *
 * <p>A bucket is one number, as in the generic cell rate algorithm (ITU-T I.371): the time at which it will be full.
 */
final class Buckets {

    private static final int MOST = 100_000;

    private final LongSupplier nanos;
    private final Map<String, Long> fullAt = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
            return size() > MOST;
        }
    };

    /** Buckets by this clock, in ns from any point on. */
    Buckets(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** Takes a token out of the caller's bucket, if there is one. */
    synchronized Verdict take(String caller, Quota quota) {
        long now = nanos.getAsLong();
        long capacity = quota.interval() * quota.requests();
        Long known = fullAt.get(caller);
        long before = known == null || known - now < 0 ? now : known;
        long after = before + quota.interval();
        boolean allowed = after - now <= capacity;
        long full = allowed ? after : before;
        fullAt.put(caller, full);
        long free = capacity - (full - now);
        return new Verdict(
                allowed,
                (int) (free / quota.interval()),
                Duration.ofNanos(full - now),
                Duration.ofNanos(Math.max(0, quota.interval() - free)));
    }

    synchronized int size() {
        return fullAt.size();
    }
}
