package dev.stoa.matchmaking.queue;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisConnection;
import io.vertx.redis.client.RedisOptions;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * An open connection to a Redis.
 *
 * @param options how it was opened
 * @param copies what waits for replicas; empty when nothing does
 */
record OpenRedis(RedisOptions options, Redis client, RedisConnection connection, Optional<Copies> copies) {

    /** Opens one to where the target points right now; fails when that takes longer than the time given. */
    static Future<OpenRedis> open(Vertx vertx, RedisTarget target, Duration within) {
        return target.options().compose(options -> open(vertx, target, options, within));
    }

    private static Future<OpenRedis> open(Vertx vertx, RedisTarget target, RedisOptions options, Duration within) {
        Redis client = Redis.createClient(vertx, options);
        Promise<OpenRedis> opened = Promise.promise();
        long limit = vertx.setTimer(within.toMillis(), ignored -> opened.tryFail("no answer to the greeting"));
        client.connect()
                .compose(connection -> target.copies(connection, options)
                        .map(copies -> new OpenRedis(options, client, connection, copies)))
                .onSuccess(opened::tryComplete)
                .onFailure(opened::tryFail);
        return opened.future().onComplete(ignored -> vertx.cancelTimer(limit)).onFailure(ignored -> client.close());
    }

    /** Says why, once the connection is of no use any more. */
    void onLost(Consumer<String> listener) {
        connection.exceptionHandler(failure -> listener.accept(String.valueOf(failure.getMessage())));
        connection.endHandler(ignored -> listener.accept("it was closed"));
        copies.ifPresent(made -> made.onSpoilt(listener));
    }

    void close() {
        client.close();
    }
}
