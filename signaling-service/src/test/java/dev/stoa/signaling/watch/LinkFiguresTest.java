package dev.stoa.signaling.watch;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.stoa.signaling.rig.Door;
import dev.stoa.signaling.rig.Surroundings;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Metrics;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.redis.client.Command;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class LinkFiguresTest {

    private static final String ROUND_TRIPS = "stoa_signaling_redis_roundtrip_seconds_count{link=\"%s\"} ";

    @Inject
    Door door;

    @Test
    void everyConnectionIsUpAndItsAnswersAreTimed() {
        awaitUp();
        for (var link : List.of("script", "subscription")) {
            var before = value(ROUND_TRIPS.formatted(link));
            await().until(() -> value(ROUND_TRIPS.formatted(link)) > before);
        }
    }

    @Test
    void aPausedRedisIsDownAndNotASlowAnswer() {
        awaitUp();
        var slowBefore = slowAnswers();
        try (var redis = door.redis()) {
            var pid = redis.pause();
            try {
                await().until(() -> value("stoa_signaling_redis_up{link=\"script\"} ") == 0);
                await().until(() -> value("stoa_signaling_redis_up{link=\"subscription\"} ") == 0);
            } finally {
                redis.resume(pid);
            }
        }
        awaitUp();
        assertEquals(slowBefore, slowAnswers());
    }

    /** Answers that took more than two seconds, as some may have when the whole machine stood still. */
    private double slowAnswers() {
        var figures = door.ask("/q/metrics");
        return value(figures, ROUND_TRIPS.formatted("subscription"))
                - value(figures, "stoa_signaling_redis_roundtrip_seconds_bucket{link=\"subscription\",le=\"2.0\"} ");
    }

    @Test
    void connectingAnewAddsNoFigures() {
        awaitUp();
        var before = ofRedisClients();
        try (var redis = door.redis()) {
            for (var i = 0; i < 3; i++) {
                redis.run(Command.CLIENT, "KILL", "TYPE", "normal");
                awaitUp();
            }
        }
        assertEquals(before, ofRedisClients());
        assertFalse(door.ask("/q/metrics").contains("\nredis_"));
    }

    private static Set<Meter.Id> ofRedisClients() {
        return Metrics.globalRegistry.getMeters().stream()
                .map(Meter::getId)
                .filter(id -> id.getName().startsWith("redis.pool.") || "redis".equals(id.getTag("clientType")))
                .collect(Collectors.toSet());
    }

    private void awaitUp() {
        for (var link : List.of("script", "subscription", "command")) {
            await().until(() -> value("stoa_signaling_redis_up{link=\"" + link + "\"} ") == 1);
        }
    }

    private double value(String figure) {
        return value(door.ask("/q/metrics"), figure);
    }

    private static double value(String figures, String figure) {
        return figures.lines()
                .filter(line -> line.startsWith(figure))
                .mapToDouble(line -> Double.parseDouble(line.substring(figure.length())))
                .findFirst()
                .orElse(-1);
    }
}
