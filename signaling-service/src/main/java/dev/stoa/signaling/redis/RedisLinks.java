package dev.stoa.signaling.redis;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.redis.client.RedisConnection;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.function.Function;

/** Makes connections to signaling's Redis. */
@Singleton
public final class RedisLinks {

    private final Vertx vertx;
    private final Loop loop;
    private final RedisConfig config;

    RedisLinks(Vertx vertx, Loop loop, RedisConfig config) {
        this.vertx = vertx;
        this.loop = loop;
        this.config = config;
    }

    /**
     * A link that opens at once and again whenever it breaks.
     *
     * @param name what it is for, as the log says it
     * @param longestReply how long Redis may hold a reply back by intent, zero for a link without blocking commands
     * @param prepare what a fresh connection must do before others may use it
     */
    public RedisLink open(String name, Duration longestReply, Function<RedisConnection, Future<?>> prepare) {
        var link = new RedisLink(new RedisDialer(vertx, config), loop, name, longestReply, prepare);
        loop.execute(link::connect);
        return link;
    }
}
