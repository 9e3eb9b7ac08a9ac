package dev.stoa.matchmaking.api.account;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.LongSupplier;

/**
 * Answers that are good for a while. At most so many are kept; those that were put in first go first.
 *
 * <p>An answer that was asked for before something was forgotten may be older than what made it be forgotten, so it is
 * not kept: see {@link #era()}.
 */
final class Remembered<V> {

    private record Kept<V>(V value, long until) {}

    private final SequencedMap<String, Kept<V>> all = new LinkedHashMap<>();
    private final int most;
    private final long goodForNanos;
    private final LongSupplier nanoTime;
    private long era;

    Remembered(int most, Duration goodFor, LongSupplier nanoTime) {
        this.most = most;
        this.goodForNanos = goodFor.toNanos();
        this.nanoTime = nanoTime;
    }

    synchronized Optional<V> get(String key) {
        Kept<V> kept = all.get(key);
        return kept == null || kept.until() - nanoTime.getAsLong() <= 0 ? Optional.empty() : Optional.of(kept.value());
    }

    /** To be taken before a question is asked, and given back with its answer. */
    synchronized long era() {
        return era;
    }

    /** Keeps the answer, unless something was forgotten since the question. */
    synchronized void put(String key, V value, long askedIn) {
        if (askedIn != era) {
            return;
        }
        all.remove(key);
        all.put(key, new Kept<>(value, nanoTime.getAsLong() + goodForNanos));
        if (all.size() > most) {
            all.pollFirstEntry();
        }
    }

    synchronized void forget(String key) {
        era++;
        all.remove(key);
    }
}
