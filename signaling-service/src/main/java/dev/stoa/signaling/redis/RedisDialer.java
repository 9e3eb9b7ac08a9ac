package dev.stoa.signaling.redis;

import io.vertx.core.Vertx;
import io.vertx.core.net.NetClientOptions;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisOptions;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** What a link needs to know of where and how to connect. */
record RedisDialer(Vertx vertx, RedisConfig config) {

    /** A client for one connection: closing the client is the only way to cut a connection that hangs. */
    Redis client() {
        var net = new NetClientOptions()
                .setConnectTimeout((int) config.timeout().toMillis())
                .setTcpNoDelay(true)
                .setTcpKeepAlive(true);
        return Redis.createClient(
                vertx,
                new RedisOptions()
                        .setConnectionString(config.url())
                        .setNetClientOptions(net)
                        .setMaxWaitingHandlers(config.maxWaiting())
                        .setMaxPoolSize(1)
                        .setMaxPoolWaiting(1)
                        .setPoolRecycleTimeout(-1)
                        .setPoolCleanerInterval(-1));
    }

    Duration timeout() {
        return config.timeout();
    }

    /** The wait before the given attempt (1 is the first), half of it by chance so that instances don't come together. */
    Duration backoff(int attempt) {
        var doubled = config.reconnectMin().toMillis() << Math.min(attempt - 1, 10);
        var longest = Math.min(doubled, config.reconnectMax().toMillis());
        return Duration.ofMillis(longest / 2 + ThreadLocalRandom.current().nextLong(longest / 2 + 1));
    }
}
