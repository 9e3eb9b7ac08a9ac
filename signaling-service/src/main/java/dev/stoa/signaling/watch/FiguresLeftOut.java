package dev.stoa.signaling.watch;

import io.micrometer.core.instrument.config.MeterFilter;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/**
 * What Vert.x would count of each Redis client. Every connection is a client of its own here, so each time that one is made
 * anew a dozen figures would be added, and none ever removed.
 */
class FiguresLeftOut {

    @Produces
    @Singleton
    MeterFilter redisClients() {
        return MeterFilter.deny(
                id -> id.getName().startsWith("redis.pool.") || "redis".equals(id.getTag("clientType")));
    }
}
