package dev.stoa.localstack.bench.signaling;

import java.util.concurrent.atomic.AtomicLong;
import org.HdrHistogram.Histogram;

/** Counts what arrives of a load: how late it is, and whether it came once and in order. */
final class Tally implements Client.Observer {
    private static final long LONGEST = 300_000_000_000L;
    private static final int DIGITS = 3;

    private final Histogram latency = new Histogram(LONGEST, DIGITS);
    private final AtomicLong arrived = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();
    private final AtomicLong doubled = new AtomicLong();
    private final AtomicLong disordered = new AtomicLong();
    private final AtomicLong broken = new AtomicLong();
    private volatile String lastRefusal = "";
    private volatile long begin;
    private volatile long countFrom;

    /**
     * Begins to count.
     *
     * @param now when the load begins, {@link System#nanoTime()}
     * @param warmUp the latency of what is due before, in nanoseconds since then, does not count
     */
    void begin(long now, long warmUp) {
        begin = now;
        countFrom = warmUp;
    }

    @Override
    public void message(Client client, long number, long due) {
        var seen = client.seen;
        if (seen.get((int) number)) {
            doubled.incrementAndGet();
            return;
        }
        if (seen.length() > number) disordered.incrementAndGet();
        seen.set((int) number);
        if (due >= countFrom) latency.recordValue(Math.max(0, System.nanoTime() - begin - due));
        arrived.incrementAndGet();
    }

    @Override
    public void refused(Client client, String why) {
        lastRefusal = why;
        refused.incrementAndGet();
    }

    @Override
    public void ended(Client client, String why) {
        lastRefusal = why;
        broken.incrementAndGet();
    }

    /** Those that came, each counted once. */
    long arrived() {
        return arrived.get();
    }

    /** Those of which it is known what became of them. */
    long settled() {
        return arrived.get() + refused.get();
    }

    long refused() {
        return refused.get();
    }

    long doubled() {
        return doubled.get();
    }

    long disordered() {
        return disordered.get();
    }

    /** Sockets that ended although nobody here wanted it. */
    long broken() {
        return broken.get();
    }

    /** Why a message was refused, or a socket ended, the last time. */
    String lastRefusal() {
        return lastRefusal;
    }

    /** Nanoseconds from due to arrived; not before all is settled. */
    Histogram latency() {
        return latency;
    }
}
