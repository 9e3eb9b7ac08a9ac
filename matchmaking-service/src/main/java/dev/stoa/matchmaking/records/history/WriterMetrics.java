package dev.stoa.matchmaking.records.history;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.AtomicLong;

/** What an operator watches of the writer. */
final class WriterMetrics {

    private final AtomicLong waiting = new AtomicLong();
    private final Counter written;
    private final Counter refused;
    private final Counter dropped;

    WriterMetrics(MeterRegistry registry) {
        registry.gauge("stoa.history.waiting", waiting);
        this.written = Counter.builder("stoa.history.written")
                .description("Records that this instance has written to PostgreSQL")
                .register(registry);
        this.refused = Counter.builder("stoa.history.refused")
                .description("Records put aside because PostgreSQL would not take them")
                .register(registry);
        this.dropped = Counter.builder("stoa.history.dropped")
                .description("Records given up because too many were waiting for PostgreSQL")
                .register(registry);
    }

    /** How many records wait in Redis. */
    void waiting(long records) {
        waiting.set(records);
    }

    void written(long records) {
        written.increment(records);
    }

    void refused() {
        refused.increment();
    }

    void dropped(long records) {
        dropped.increment(records);
    }
}
