package dev.stoa.matchmaking.queue;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.RedisConnection;
import io.vertx.redis.client.Request;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Waits until a replica has what was written on one connection. Redis answers nothing else on the connection meanwhile,
 * so one {@code WAIT} serves all writes that were answered before it, and there is never more than one under way.
 */
final class Copies {

    private static final String NONE = "0";

    private final RedisConnection connection;
    private final Duration within;
    private List<Promise<Void>> next = new ArrayList<>();
    private boolean waiting;

    /** @param within how long a replica may take */
    Copies(RedisConnection connection, Duration within) {
        this.connection = connection;
        this.within = within;
    }

    /** Completes once a replica has all writes that were answered before this call; fails with {@link RedisAway} if none has in time. */
    Future<Void> made() {
        Promise<Void> promise = Promise.promise();
        synchronized (this) {
            next.add(promise);
            if (!waiting) {
                ask();
            }
        }
        return promise.future();
    }

    private synchronized void ask() {
        waiting = !next.isEmpty();
        if (!waiting) {
            return;
        }
        List<Promise<Void>> these = next;
        next = new ArrayList<>();
        connection.send(Request.cmd(Command.WAIT).arg(1).arg(within.toMillis())).onComplete(answer -> {
            ask();
            boolean made = answer.succeeded() && !answer.result().toString().equals(NONE);
            these.forEach(promise -> {
                if (made) {
                    promise.tryComplete();
                } else {
                    promise.tryFail(new RedisAway("No replica has confirmed a write"));
                }
            });
        });
    }
}
