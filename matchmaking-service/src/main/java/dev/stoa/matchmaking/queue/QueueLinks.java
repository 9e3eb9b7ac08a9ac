package dev.stoa.matchmaking.queue;

import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Opens connections to the queue's Redis, whichever way it is found. Who opens one closes it. */
@ApplicationScoped
public class QueueLinks {

    private final Vertx vertx;
    private final QueueConfig config;

    QueueLinks(Vertx vertx, QueueConfig config) {
        this.vertx = vertx;
        this.config = config;
    }

    /** One for commands that are answered at once. */
    RedisLink open(String name) {
        return open(name, config.timeout());
    }

    /** One for reads that block for so many ms at most. */
    public RedisLink openForReading(String name, long blockMs) {
        return open(name, config.timeout().plusMillis(blockMs));
    }

    private RedisLink open(String name, Duration timeout) {
        return config.redisSentinels()
                .map(urls -> RedisLink.toWatched(
                        vertx,
                        name,
                        new Sentinels(vertx, urls, config.redisSentinelPassword(), config.redisMaster()),
                        config.redisCopyTime(),
                        timeout))
                .orElseGet(() -> new RedisLink(vertx, name, config.redisUrl(), timeout));
    }
}
