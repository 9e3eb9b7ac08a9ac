package dev.stoa.signaling.redis;

import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisConnection;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import io.vertx.redis.client.impl.types.ErrorType;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One connection of a link, from the first attempt to its end. Lives on the loop. */
final class RedisAttempt {

    private final Deque<Promise<@Nullable Response>> replies = new ArrayDeque<>();
    private final RedisDialer dialer;
    private final RoundTrips roundTrips;
    private final BiConsumer<RedisAttempt, String> whenLost;
    private @Nullable Redis redis;
    private @Nullable String url;
    private @Nullable RedisConnection connection;
    private boolean closed;
    private boolean lifeSignDue;
    private long silentFor;

    RedisAttempt(RedisDialer dialer, RoundTrips roundTrips, BiConsumer<RedisAttempt, String> whenLost) {
        this.dialer = dialer;
        this.roundTrips = roundTrips;
        this.whenLost = whenLost;
    }

    /** Connects, and makes ready. */
    Future<?> connect(Function<RedisConnection, Future<?>> prepare) {
        expectLifeSign();
        return dialer.primary()
                .url()
                .compose(
                        where -> dial(where).timeout(dialer.primary().patience().toMillis(), TimeUnit.MILLISECONDS))
                .compose(fresh -> {
                    connection = fresh;
                    fresh.exceptionHandler(failure -> whenLost.accept(this, String.valueOf(failure.getMessage())));
                    fresh.endHandler(end -> whenLost.accept(this, "closed by Redis"));
                    return prepare.apply(fresh);
                })
                .onComplete(done -> heard());
    }

    /** Sends a command. */
    Future<@Nullable Response> send(Request request) {
        Promise<@Nullable Response> promise = Promise.promise();
        if (connection == null) {
            promise.fail(Unavailable.unsent("not connected"));
            return promise.future();
        }
        expect(promise);
        roundTrips.time(promise.future());
        connection.send(request).onComplete(reply -> settle(promise, reply));
        return promise.future();
    }

    /** Sends something that is answered by a push, which makes its handler call {@link #heard}. */
    void tell(Request request) {
        if (connection != null) {
            expectLifeSign();
            roundTrips.begin();
            connection.send(request);
        }
    }

    /** Redis gave a sign of life. */
    void heard() {
        roundTrips.end();
        lifeSignDue = false;
        silentFor = 0;
    }

    /** So many nanoseconds have been watched since the last call. Whether something is due, and nothing came for longer. */
    boolean isLate(long watched, long patience) {
        silentFor += watched;
        return (lifeSignDue || !replies.isEmpty()) && silentFor > patience;
    }

    /** Whether it leads to another server than that, or will. */
    boolean leadsElsewhere(String where) {
        return url != null && !url.equals(where);
    }

    /** Cuts the connection; what waits for a reply fails. */
    void close(String why) {
        closed = true;
        if (redis != null) {
            redis.close();
        }
        var open = new ArrayDeque<>(replies);
        replies.clear();
        open.forEach(promise -> promise.tryFail(Unavailable.unanswered(why)));
    }

    private Future<RedisConnection> dial(String where) {
        if (closed) {
            return Future.failedFuture(Unavailable.unsent("given up"));
        }
        url = where;
        redis = dialer.client(where);
        return redis.connect().compose(dialer.primary()::checked);
    }

    private void expectLifeSign() {
        if (!lifeSignDue && replies.isEmpty()) {
            silentFor = 0;
        }
        lifeSignDue = true;
    }

    private void expect(Promise<@Nullable Response> promise) {
        if (!lifeSignDue && replies.isEmpty()) {
            silentFor = 0;
        }
        replies.add(promise);
    }

    private void settle(Promise<@Nullable Response> promise, AsyncResult<Response> reply) {
        silentFor = 0;
        if (reply.succeeded()) {
            promise.tryComplete(reply.result());
        } else {
            promise.tryFail(reply.cause());
        }
        while (!replies.isEmpty() && replies.peek().future().isComplete()) {
            replies.poll();
        }
        // A server that became a replica will refuse for good; another connection may find the primary.
        if (reply.cause() instanceof ErrorType error && error.is("READONLY")) {
            whenLost.accept(this, "Redis is a replica");
        }
    }
}
