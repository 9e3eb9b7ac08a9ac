package dev.stoa.signaling.watch;

import dev.stoa.signaling.protocol.CloseReason;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** The figures that this service counts. */
@Singleton
public final class Meters {

    private static final Duration[] RELAY_BUCKETS = {
        Duration.ofMillis(1),
        Duration.ofMillis(2),
        Duration.ofMillis(5),
        Duration.ofMillis(10),
        Duration.ofMillis(25),
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(500),
        Duration.ofSeconds(2),
    };

    private final MeterRegistry registry;
    private final Timer relay;
    private final Counter joins;
    private final Counter gaps;
    private final Counter repeats;

    Meters(MeterRegistry registry) {
        this.registry = registry;
        relay = Timer.builder("stoa.signaling.relay")
                .description("From a message's arrival until Redis has numbered and published it")
                .serviceLevelObjectives(RELAY_BUCKETS)
                .register(registry);
        joins = Counter.builder("stoa.signaling.joins")
                .description("Peers that came in")
                .register(registry);
        repeats = Counter.builder("stoa.signaling.repeats")
                .description("Messages that were sent again although they had been taken in")
                .register(registry);
        gaps = Counter.builder("stoa.signaling.gaps")
                .description("Times a room's log had to be read because something was missed")
                .register(registry);
    }

    /** Shows how many sockets are open. */
    public void sockets(Supplier<Number> count) {
        Gauge.builder("stoa.signaling.sockets", count)
                .description("Open sockets")
                .register(registry);
    }

    /** Shows how many rooms have a peer on this instance. */
    public void rooms(Supplier<Number> count) {
        Gauge.builder("stoa.signaling.rooms", count)
                .description("Rooms with a peer on this instance")
                .register(registry);
    }

    /** A message was taken in; {@code since} is the {@link System#nanoTime()} of its arrival. */
    public void relayed(long since) {
        relay.record(System.nanoTime() - since, TimeUnit.NANOSECONDS);
    }

    /** A message was not sent on, and why. */
    public void dropped(String reason) {
        registry.counter("stoa.signaling.drops", "reason", reason).increment();
    }

    /** A peer came in. */
    public void joined() {
        joins.increment();
    }

    /** A page wanted to come back: resumed, refused, or unavailable when Redis could not be asked. */
    public void resumed(String outcome) {
        registry.counter("stoa.signaling.resumes", "outcome", outcome).increment();
    }

    /** A page sent a message that was settled before. */
    public void repeated() {
        repeats.increment();
    }

    /** A hole in a room's order was seen. */
    public void gap() {
        gaps.increment();
    }

    /** An upgrade was refused: for its origin or its pass, or because the service cannot tell. */
    public void refused(String reason) {
        registry.counter("stoa.signaling.refusals", "reason", reason).increment();
    }

    /** A socket was closed by this service. */
    public void closed(CloseReason reason) {
        closed(Integer.toString(reason.code()), reason.word());
    }

    /** A socket was closed by its page, or broke. */
    public void closedByPage() {
        closed("none", "by-page");
    }

    private void closed(String code, String reason) {
        registry.counter("stoa.signaling.closes", "code", code, "reason", reason)
                .increment();
    }
}
