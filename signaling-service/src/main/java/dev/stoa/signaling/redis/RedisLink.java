package dev.stoa.signaling.redis;

import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.redis.client.RedisConnection;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.time.Duration;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * One pipelined connection which comes back by itself. Commands are answered in order, so that one watch on the oldest
 * is a timeout for all; when it strikes, the connection is cut and all that is under way fails. Time in which the loop did
 * not get to read counts for nothing. Lives on the loop.
 */
public final class RedisLink {

    private static final Logger LOG = Logger.getLogger(RedisLink.class);
    private static final Duration WATCH_EVERY = Duration.ofMillis(100);
    /** A loop that was busy for longer has not read yet what Redis answered meanwhile. */
    private static final long MOST_WATCHED = WATCH_EVERY.multipliedBy(2).toNanos();

    private final RedisDialer dialer;
    private final Loop loop;
    private final Purpose purpose;
    private final LinkObserver observer;

    private @Nullable RedisAttempt current;
    private volatile boolean up;
    private int failures;
    private boolean closed;
    private long watchedAt = System.nanoTime();

    RedisLink(RedisDialer dialer, Loop loop, Purpose purpose, LinkObserver observer) {
        this.dialer = dialer;
        this.loop = loop;
        this.purpose = purpose;
        this.observer = observer;
        loop.every(WATCH_EVERY, this::isClosed, this::watch);
    }

    /** What it is for, in a word. */
    public String name() {
        return purpose.name();
    }

    /** Whether a connection is there and prepared; may be asked from any thread. */
    public boolean isUp() {
        return up;
    }

    /** Sends a command; fails with {@link Unavailable}, with Redis' own error, or when the connection breaks. */
    public Future<@Nullable Response> send(Request request) {
        var attempt = current;
        return attempt == null || !up
                ? Future.failedFuture(Unavailable.unsent("the " + name() + " connection to Redis is down"))
                : attempt.send(request);
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
            up = false;
            if (current != null) {
                current.close("closed");
            }
            observer.closed(this);
        });
    }

    /** Whether it has been closed for good. */
    boolean isClosed() {
        return closed;
    }

    void connect() {
        if (closed) {
            return;
        }
        var attempt = new RedisAttempt(dialer, new RoundTrips(this::took), this::lose);
        current = attempt;
        attempt.connect(purpose.prepare()).onComplete(done -> settle(attempt, done));
    }

    /** Goes to where the primary is now, if that is certain. */
    void follow() {
        if (dialer.primary().moves()) {
            dialer.primary().agreed().onSuccess(url -> url.ifPresent(this::follow));
        }
    }

    private void follow(String url) {
        if (current != null && current.leadsElsewhere(url)) {
            lose(current, "another server is the primary now");
        }
    }

    private void settle(RedisAttempt attempt, AsyncResult<?> done) {
        if (done.failed()) {
            lose(attempt, String.valueOf(done.cause().getMessage()));
        } else if (attempt.equals(current)) {
            LOG.infof("The %s connection to Redis is up", name());
            failures = 0;
            up = true;
        }
    }

    private void lose(RedisAttempt attempt, String why) {
        if (closed || !attempt.equals(current)) {
            return;
        }
        current = null;
        up = false;
        failures++;
        // One line for each outage: the attempts between say nothing new.
        LOG.logf(
                failures == 1 ? Logger.Level.WARN : Logger.Level.DEBUG,
                "The %s connection to Redis is down: %s",
                name(),
                why);
        attempt.close(why);
        purpose.whenLost().run();
        loop.after(dialer.backoff(failures), this::connect);
    }

    private void watch() {
        var now = System.nanoTime();
        var watched = Math.min(now - watchedAt, MOST_WATCHED);
        watchedAt = now;
        var patience = dialer.timeout().plus(purpose.longestReply());
        if (current != null && current.isLate(watched, patience.toNanos())) {
            lose(current, "no reply in time");
        }
    }

    private void took(Duration roundTrip) {
        if (purpose.longestReply().isZero()) {
            observer.roundTrip(this, roundTrip);
        }
    }

    /**
     * What a link is for.
     *
     * @param name as the log says it
     * @param longestReply how long Redis may hold a reply back by intent
     * @param prepare what a fresh connection must do before others may use it
     * @param whenLost what to do when a connection is lost, or not to be had
     */
    record Purpose(
            String name, Duration longestReply, Function<RedisConnection, Future<?>> prepare, Runnable whenLost) {}
}
