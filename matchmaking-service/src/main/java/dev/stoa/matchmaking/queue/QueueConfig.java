package dev.stoa.matchmaking.queue;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How the queue's Redis is reached. */
@ConfigMapping(prefix = "stoa.queue")
public interface QueueConfig {

    /** URL of the queue's Redis, {@code redis[s]://[[user]:password@]host:port[/database]}. */
    @WithDefault("redis://localhost:6379")
    String redisUrl();

    /**
     * URLs of the Redis Sentinels that watch the queue's Redis, separated by commas; scheme, user, password and database are
     * those of the Redis. The URL above then counts no more, and what is acknowledged has been written to the replicas
     * too. The Redis needs {@code min-replicas-to-write 1} and {@code min-replicas-max-lag 2}.
     */
    Optional<List<String>> redisSentinels();

    /** The sentinels' own password. */
    Optional<String> redisSentinelPassword();

    /** What the sentinels call the queue's Redis. */
    @WithDefault("stoa")
    String redisMaster();

    /** With sentinels, how long a replica may take to confirm a write before the request is answered 503. */
    @WithDefault("500ms")
    Duration redisCopyTime();

    /** How long a step may take before the request that needs it is answered 503. */
    @WithDefault("2s")
    Duration timeout();
}
