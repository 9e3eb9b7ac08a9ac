package dev.stoa.matchmaking.queue;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Counts what the steps of this instance have changed. */
public final class Changes {

    private final MeterRegistry registry;
    private final Timer waits;
    private final Map<String, Counter> counters = new ConcurrentHashMap<>();

    public Changes(MeterRegistry registry) {
        this.registry = registry;
        this.waits = Timer.builder("stoa.ticket.wait")
                .description("From a ticket's creation to its match")
                .serviceLevelObjectives(
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(15),
                        Duration.ofMinutes(1),
                        Duration.ofMinutes(5),
                        Duration.ofMinutes(30))
                .register(registry);
    }

    /** Reads {@code waited:<ms>}, {@code over:<state>:<reason>} or {@code <what>:<which>}. */
    void count(String change) {
        int colon = change.indexOf(':');
        String what = change.substring(0, colon);
        String which = change.substring(colon + 1);
        if (what.equals("waited")) {
            waits.record(Duration.ofMillis(Long.parseLong(which)));
        } else {
            counters.computeIfAbsent(change, unknown -> counter(what, which)).increment();
        }
    }

    private Counter counter(String what, String which) {
        return switch (what) {
            case "ticket" -> registry.counter("stoa.tickets", "state", which);
            case "over" -> {
                String[] end = which.split(":");
                yield registry.counter("stoa.ticket.ends", "state", end[0], "reason", end[1]);
            }
            case "miss" -> registry.counter("stoa.misses", "why", which);
            case "offer" -> registry.counter("stoa.offers", "outcome", which);
            case "match" -> registry.counter("stoa.matches", "change", which);
            case "availability" -> registry.counter("stoa.availabilities", "change", which);
            default -> throw new IllegalArgumentException("No such change: " + what);
        };
    }
}
