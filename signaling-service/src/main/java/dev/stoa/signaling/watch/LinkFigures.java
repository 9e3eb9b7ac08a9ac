package dev.stoa.signaling.watch;

import dev.stoa.signaling.redis.LinkObserver;
import dev.stoa.signaling.redis.RedisLink;
import dev.stoa.signaling.redis.RedisLinks;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;

/** How the connections to Redis do. */
@Singleton
class LinkFigures implements LinkObserver {

    private static final String UP = "stoa.signaling.redis.up";
    private static final String ROUND_TRIP = "stoa.signaling.redis.roundtrip";

    private static final Duration[] BUCKETS = {
        Duration.ofMillis(1),
        Duration.ofMillis(5),
        Duration.ofMillis(25),
        Duration.ofMillis(100),
        Duration.ofMillis(500),
        Duration.ofSeconds(2),
    };

    private final MeterRegistry registry;

    LinkFigures(MeterRegistry registry) {
        this.registry = registry;
    }

    void start(@Observes StartupEvent event, RedisLinks links) {
        links.observe(this);
    }

    @Override
    public void opened(RedisLink link) {
        Gauge.builder(UP, () -> link.isUp() ? 1 : 0)
                .tag("link", link.name())
                .description("1 while the connection to Redis can be used, else 0")
                .register(registry);
    }

    @Override
    public void closed(RedisLink link) {
        for (var name : List.of(UP, ROUND_TRIP)) {
            registry.find(name).tag("link", link.name()).meters().forEach(registry::remove);
        }
    }

    @Override
    public void roundTrip(RedisLink link, Duration took) {
        Timer.builder(ROUND_TRIP)
                .tag("link", link.name())
                .description("From a question to Redis until its answer, about one a second")
                .serviceLevelObjectives(BUCKETS)
                .register(registry)
                .record(took);
    }
}
