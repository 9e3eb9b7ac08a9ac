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
 * does not confirm in time spoils the connection; the next one is opened once the sentinels agree with the master on who is left.
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
    private boolean spoilt;
    private int replicas = 1;
    private Consumer<String> onSpoilt = why -> {};

    private Copies(RedisConnection connection, Duration within) {
        this.connection = connection;
        this.within = within;
    }

    /**
     * The replicas behind a connection; fails when it does not lead to a master, or not all follow it that should. The
     * sentinels need a moment to notice that a server is no master any more: it knows by itself, but for a master that
     * stood still while another one was made, and has kept a replica that nobody has told yet.
     *
     * @param within how long a replica may take
     * @param followers how many replicas have to follow it
     */
    static Future<Copies> of(RedisConnection connection, Duration within, int followers) {
        Copies copies = new Copies(connection, within);
        return copies.following()
                .compose(following -> following >= followers
                        ? Future.succeededFuture(copies)
                        : Future.failedFuture(following + " of " + followers + " replicas follow the master"));
    }

    /** What a master says of its role; fails when the connection leads to none. */
    static Future<Response> roleOfMaster(RedisConnection connection) {
        return connection.send(Request.cmd(Command.ROLE)).map(role -> {
            if (role == null || !role.get(0).toString().equals("master")) {
                throw new RedisAway("the sentinels name a replica");
            }
            return role;
        });
    }

    /** Asks the master how many replicas follow it closely, and remembers the most there ever were. */
    private Future<Integer> following() {
        return roleOfMaster(connection).map(role -> {
            long written = number(role.get(1));
            int close = (int) role.get(2).stream()
                    .filter(replica -> number(replica.get(2)) > written - FAR_BEHIND)
                    .count();
            synchronized (this) {
                replicas = Math.max(replicas, close);
            }
            return close;
        });
    }

    /** Says why, when a replica has not confirmed in time. */
    synchronized void onSpoilt(Consumer<String> listener) {
        onSpoilt = listener;
    }

    /** Completes once the replicas have all writes that were answered before this call; fails with {@link RedisAway} if not in time. */
    Future<Void> made() {
        Promise<Void> promise = Promise.promise();
        synchronized (this) {
            if (spoilt) {
                return Future.failedFuture(unconfirmed());
            }
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
        Future<Integer> confirmed = connection
                .send(Request.cmd(Command.WAIT).arg(wanted).arg(within.toMillis()))
                .map(answer -> (int) number(answer));
        Future.join(confirmed, following()).onComplete(both -> {
            if (both.failed() || confirmed.result() < wanted) {
                spoil(these);
            } else if (areAll(confirmed.result())) {
                ask();
                these.forEach(Promise::complete);
            } else {
                askAgain(these);
            }
        });
    }

    private synchronized boolean areAll(int confirmed) {
        return confirmed >= replicas;
    }

    /** For who has joined meanwhile could be promoted, too. */
    private synchronized void askAgain(List<Promise<Void>> these) {
        next.addAll(0, these);
        ask();
    }

    private void spoil(List<Promise<Void>> these) {
        List<Promise<Void>> all = new ArrayList<>(these);
        Consumer<String> listener;
        synchronized (this) {
            spoilt = true;
            all.addAll(next);
            next.clear();
            listener = onSpoilt;
        }
        all.forEach(promise -> promise.fail(unconfirmed()));
        listener.accept("a replica has not confirmed a write");
    }

    private static RedisAway unconfirmed() {
        return new RedisAway("A replica has not confirmed a write");
    }

    private static long number(@Nullable Response answer) {
        return answer == null ? 0 : Long.parseLong(answer.toString());
    }
}
