package dev.stoa.matchmaking.queue;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.redis.client.RedisConnection;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.time.Duration;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** What has been sent on a link and not been answered yet, oldest first. */
final class Unanswered {

    private record Waiting(Promise<Response> promise, RedisConnection connection, long deadline) {}

    private final String name;
    private final Duration timeout;
    private final Queue<Waiting> waiting = new ConcurrentLinkedQueue<>();
    private final Standstill standstill = new Standstill(System.nanoTime());
    private volatile long lastAnswer;

    /** @param timeout how long an answer may take */
    Unanswered(String name, Duration timeout) {
        this.name = name;
        this.timeout = timeout;
    }

    /** Redis has just been heard. */
    void heard() {
        lastAnswer = System.nanoTime();
    }

    /** Sends a command and gives the answer, or {@link RedisAway} when there is none in time. */
    Future<Response> send(RedisConnection connection, Request request) {
        Promise<Response> promise = Promise.promise();
        waiting.add(new Waiting(promise, connection, System.nanoTime() + timeout.toNanos()));
        connection.send(request).onComplete(answer -> {
            heard();
            if (answer.succeeded()) {
                promise.tryComplete(answer.result());
            } else {
                promise.tryFail(RedisErrors.meaning(answer.cause()));
            }
        });
        return promise.future();
    }

    /**
     * Fails what is overdue; gives the connection on which nothing at all is answered, if there is one. To be called again
     * and again by one thread.
     */
    Optional<RedisConnection> failOverdue() {
        Optional<RedisConnection> silent = Optional.empty();
        long now = System.nanoTime();
        if (!standstill.isOver(now)) {
            return silent;
        }
        for (Waiting next = waiting.peek(); next != null; next = waiting.peek()) {
            boolean overdue = next.deadline() - now < 0;
            if (!overdue && !next.promise().future().isComplete()) {
                return silent;
            }
            waiting.poll();
            if (next.promise().tryFail(new RedisAway(name + " did not answer within " + timeout.toMillis() + " ms"))
                    && now - lastAnswer > timeout.toNanos()) {
                silent = Optional.of(next.connection());
            }
        }
        return silent;
    }
}
