package dev.stoa.matchmaking.queue;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the queue's Redis is reached. */
@ConfigMapping(prefix = "stoa.queue")
public interface QueueConfig {

    /** URL of the queue's Redis, {@code redis[s]://[[user]:password@]host:port[/database]}. */
    @WithDefault("redis://localhost:6379")
    String redisUrl();

    /** How long a step may take before the request that needs it is answered 503. */
    @WithDefault("2s")
    Duration timeout();
}
