package dev.stoa.matchmaking.queue;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.RedisConnection;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Waits until all replicas have what was written on one connection, for the sentinels may promote any of them. A replica that
 * does not confirm in time spoils the connection: whoever opens the next one counts who is left.
 *
 * <p>Redis answers nothing else on the connection meanwhile, so one {@code WAIT} serves all writes that were answered
 * before it, and there is never more than one under way.
 */
final class Copies {

    /** A replica that is further behind, in bytes, is not promoted while there is a better one. */
    private static final long FAR_BEHIND = 1 << 20;

    private final RedisConnection connection;
    private final Duration within;
    private List<Promise<Void>> next = new ArrayList<>();
    private boolean waiting;
    private int replicas = 1;
    private Consumer<String> spoilt = why -> {};

    private Copies(RedisConnection connection, Duration within) {
        this.connection = connection;
        this.within = within;
    }

    /**
     * The replicas behind a connection; fails when it does not lead to a master. The sentinels need a moment to notice that one
     * is none any more; it knows by itself.
     *
     * @param within how long a replica may take
     */
    static Future<Copies> of(RedisConnection connection, Duration within) {
        Copies copies = new Copies(connection, within);
        return copies.count().map(copies);
    }

    /** Looks whether there are more replicas by now. */
    Future<Void> count() {
        return connection.send(Request.cmd(Command.ROLE)).compose(role -> {
            if (role == null || !role.get(0).toString().equals("master")) {
                return Future.failedFuture("the sentinels name a replica");
            }
            long written = number(role.get(1));
            long close = role.get(2).stream()
                    .filter(replica -> number(replica.get(2)) > written - FAR_BEHIND)
                    .count();
            synchronized (this) {
                replicas = Math.max(replicas, (int) close);
            }
            return Future.succeededFuture();
        });
    }

    /** Says why, when a replica has not confirmed in time. */
    synchronized void onSpoilt(Consumer<String> listener) {
        spoilt = listener;
    }

    /** Completes once the replicas have all writes that were answered before this call; fails with {@link RedisAway} if not in time. */
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
        int wanted = replicas;
        connection
                .send(Request.cmd(Command.WAIT).arg(wanted).arg(within.toMillis()))
                .map(Copies::number)
                .onComplete(answer -> {
                    ask();
                    if (answer.succeeded() && answer.result() >= wanted) {
                        these.forEach(Promise::tryComplete);
                    } else {
                        these.forEach(promise -> promise.tryFail(new RedisAway("A replica has not confirmed a write")));
                        spoilt("a replica has not confirmed a write");
                    }
                });
    }

    private static long number(@Nullable Response answer) {
        return answer == null ? 0 : Long.parseLong(answer.toString());
    }

    private void spoilt(String why) {
        Consumer<String> listener;
        synchronized (this) {
            listener = spoilt;
        }
        listener.accept(why);
    }
}
