package dev.stoa.matchmaking.records.webhook;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** What an operator watches of webhooks. */
final class WebhookMetrics {

    private final MeterRegistry registry;
    private final AtomicLong inRedis = new AtomicLong();
    private final AtomicLong waiting = new AtomicLong();
    private final Counter dropped;

    WebhookMetrics(MeterRegistry registry) {
        this.registry = registry;
        registry.gauge("stoa.webhook.outbox", inRedis);
        registry.gauge("stoa.webhook.waiting", waiting);
        this.dropped = Counter.builder("stoa.webhook.dropped")
                .description("Events given up because too many were waiting for PostgreSQL")
                .register(registry);
    }

    /** How many events wait in Redis for PostgreSQL. */
    void outbox(long events, long lost) {
        inRedis.set(events);
        dropped.increment(lost);
    }

    /** How many deliveries are waiting, for all instances together. */
    void waiting(long deliveries) {
        waiting.set(deliveries);
    }

    /** An attempt was made; whether there will be another one if it has failed. */
    void attempted(Attempt attempt, boolean again) {
        String outcome = attempt.delivered() ? "delivered" : again ? "retried" : "failed";
        Timer.builder("stoa.webhook.attempts")
                .description("Attempts to call a webhook, and how long they took")
                .tag("outcome", outcome)
                .register(registry)
                .record(attempt.took(), TimeUnit.MILLISECONDS);
    }
}
