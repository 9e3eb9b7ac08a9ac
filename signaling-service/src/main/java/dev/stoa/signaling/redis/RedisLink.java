package dev.stoa.signaling.redis;

import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisConnection;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import io.vertx.redis.client.impl.types.ErrorType;
import java.time.Duration;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * One pipelined connection which comes back by itself. Commands are answered in order, so that one watch on the oldest
 * is a timeout for all; when it strikes, the connection is cut and all that is under way fails. Lives on the loop.
 */
public final class RedisLink {

    private static final Logger LOG = Logger.getLogger(RedisLink.class);
    private static final Duration WATCH_EVERY = Duration.ofMillis(100);

    private final RedisDialer dialer;
    private final Loop loop;
    private final String name;
    private final long patience;
    private final Function<RedisConnection, Future<?>> prepare;

    private @Nullable Attempt current;
    private volatile boolean up;
    private int failures;
    private boolean closed;

    RedisLink(
            RedisDialer dialer,
            Loop loop,
            String name,
            Duration longestReply,
            Function<RedisConnection, Future<?>> prepare) {
        this.dialer = dialer;
        this.loop = loop;
        this.name = name;
        this.patience = dialer.timeout().plus(longestReply).toNanos();
        this.prepare = prepare;
        loop.every(WATCH_EVERY, this::watch);
    }

    /** Whether a connection is there and prepared; may be asked from any thread. */
    public boolean isUp() {
        return up;
    }

    /** Sends a command; fails with {@link Unavailable}, with Redis' own error, or when the connection breaks. */
    public Future<@Nullable Response> send(Request request) {
        var attempt = current;
        if (attempt == null || !up) {
            return Future.failedFuture(new Unavailable("the " + name + " connection to Redis is down"));
        }
        return attempt.send(request);
    }

    /**
     * Sends a subscription, whose reply comes as a push: whoever handles pushes calls {@link #heard}. Such a link must
     * send nothing else, for the client takes a push for the reply to whatever waits for one.
     */
    public void tell(Request request) {
        if (current != null) {
            current.tell(request);
        }
    }

    /** A push came, so Redis is alive. */
    public void heard() {
        if (current != null) {
            current.heard();
        }
    }

    /** Cuts the connection for good. */
    public void close() {
        loop.execute(() -> {
            closed = true;
            if (current != null) {
                lose(current, "closed");
            }
        });
    }

    void connect() {
        if (closed) {
            return;
        }
        var attempt = new Attempt(dialer.client());
        current = attempt;
        attempt.expectReply();
        attempt.redis.connect().compose(attempt::adopt).onComplete(done -> settle(attempt, done));
    }

    private void settle(Attempt attempt, AsyncResult<?> done) {
        if (current != attempt) {
            return;
        }
        attempt.replied();
        if (done.failed()) {
            lose(attempt, String.valueOf(done.cause().getMessage()));
            return;
        }
        LOG.infof("The %s connection to Redis is up", name);
        failures = 0;
        up = true;
    }

    private void lose(Attempt attempt, String why) {
        if (current != attempt) {
            return;
        }
        current = null;
        up = false;
        attempt.redis.close();
        if (closed) {
            return;
        }
        failures++;
        // One line for each outage: the attempts between say nothing new.
        LOG.logf(
                failures == 1 ? Logger.Level.WARN : Logger.Level.DEBUG,
                "The %s connection to Redis is down: %s",
                name,
                why);
        loop.after(dialer.backoff(failures), this::connect);
    }

    private void watch() {
        if (current != null && current.isLate()) {
            lose(current, "no reply in time");
        }
    }

    /** One connection, from the first attempt to its end. */
    private final class Attempt {

        private final Redis redis;
        private @Nullable RedisConnection connection;
        private int waiting;
        private long heardAt;

        Attempt(Redis redis) {
            this.redis = redis;
        }

        Future<?> adopt(RedisConnection fresh) {
            connection = fresh;
            fresh.exceptionHandler(e -> lose(this, String.valueOf(e.getMessage())));
            fresh.endHandler(end -> lose(this, "closed by Redis"));
            return prepare.apply(fresh);
        }

        Future<@Nullable Response> send(Request request) {
            if (connection == null) {
                return Future.failedFuture(new Unavailable("not connected"));
            }
            expectReply();
            return connection.send(request).onComplete(this::answered);
        }

        void tell(Request request) {
            if (connection != null) {
                expectReply();
                connection.send(request);
            }
        }

        void heard() {
            waiting = 0;
        }

        private void answered(AsyncResult<@Nullable Response> reply) {
            replied();
            // A server that became a replica will refuse for good; another connection may find the primary.
            if (reply.cause() instanceof ErrorType error && error.is("READONLY")) {
                lose(this, "Redis is a replica");
            }
        }

        void expectReply() {
            if (waiting++ == 0) {
                heardAt = System.nanoTime();
            }
        }

        void replied() {
            waiting = Math.max(0, waiting - 1);
            heardAt = System.nanoTime();
        }

        boolean isLate() {
            return waiting > 0 && System.nanoTime() - heardAt > patience;
        }
    }
}
