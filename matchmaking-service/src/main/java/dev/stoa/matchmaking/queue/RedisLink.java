package dev.stoa.matchmaking.queue;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.redis.client.RedisConnection;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * One connection to a Redis that pipelines what it is sent and reconnects by itself.
 *
 * <p>While Redis is away everything sent fails at once with {@link RedisAway}; what is not answered within the timeout
 * fails likewise, and a connection on which nothing at all is answered is given up for a new one.
 */
public final class RedisLink implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(RedisLink.class);
    private static final long CHECK_EVERY_MS = 100;
    private static final long LOOK_EVERY_MS = 250;
    private static final int FIRST_PAUSE_MS = 50;
    private static final int LONGEST_PAUSE_MS = 300;

    private final Vertx vertx;
    private final String name;
    private final RedisTarget target;
    private final Duration timeout;
    private final Unanswered unanswered;
    private final long checker;
    private final long looker;

    private volatile @Nullable OpenRedis live;
    private volatile boolean closed;
    private int pauseMs = FIRST_PAUSE_MS;

    /**
     * Starts to connect; returns at once.
     *
     * @param name what the log calls this link
     * @param timeout how long an answer may take; longer than any blocking read that is sent
     */
    public RedisLink(Vertx vertx, String name, String url, Duration timeout) {
        this(vertx, name, new RedisTarget.Fixed(RedisTarget.server(url)), timeout);
    }

    /** The same to whichever server the sentinels name; a write is acknowledged once the replicas have it too. */
    static RedisLink toWatched(Vertx vertx, String name, Sentinels sentinels, Duration copyWithin, Duration timeout) {
        return new RedisLink(vertx, name, new RedisTarget.Watched(sentinels, Optional.of(copyWithin)), timeout);
    }

    /** The same to whichever server the sentinels name; no write waits for a replica. */
    public static RedisLink toMaster(Vertx vertx, String name, Sentinels sentinels, Duration timeout) {
        return new RedisLink(vertx, name, new RedisTarget.Watched(sentinels, Optional.empty()), timeout);
    }

    /**
     * The same to a Redis Cluster: one connection to each of its primaries, all given up when one of them is lost. Commands
     * keep their order only among those with the same key.
     *
     * @param urls some nodes; user and password are those of all
     */
    public static RedisLink toCluster(Vertx vertx, String name, List<String> urls, Duration timeout) {
        return new RedisLink(vertx, name, new RedisTarget.Fixed(RedisTarget.cluster(urls)), timeout);
    }

    private RedisLink(Vertx vertx, String name, RedisTarget target, Duration timeout) {
        this.vertx = vertx;
        this.name = name;
        this.timeout = timeout;
        this.target = target;
        this.unanswered = new Unanswered(name, timeout);
        this.checker = vertx.setPeriodic(CHECK_EVERY_MS, ignored -> check());
        this.looker = vertx.setPeriodic(LOOK_EVERY_MS, ignored -> look());
        connect();
    }

    /** Whether Redis can be sent to right now. */
    public boolean connected() {
        return live != null;
    }

    /** Sends a command when subscribed to; fails with {@link RedisAway} or with Redis' own error. */
    public Uni<Response> send(Request request) {
        return onSubscription(now -> sendNow(now, request));
    }

    /**
     * Sends a command that writes. With sentinels it is answered once the replicas have what was written before; without that
     * confirmation it fails with {@link RedisAway}, and may have been done all the same.
     */
    Uni<Response> sendWrite(Request request) {
        return onSubscription(now -> {
            Future<Response> answer = sendNow(now, request);
            return now.copies()
                    .map(copies -> answer.compose(done -> copies.made().map(done)))
                    .orElse(answer);
        });
    }

    private Uni<Response> onSubscription(Function<OpenRedis, Future<Response>> sending) {
        return Uni.createFrom().emitter(emitter -> {
            OpenRedis now = live;
            if (now == null) {
                emitter.fail(new RedisAway(name + " is not connected"));
                return;
            }
            sending.apply(now).onComplete(answer -> {
                if (answer.succeeded()) {
                    emitter.complete(answer.result());
                } else {
                    emitter.fail(answer.cause());
                }
            });
        });
    }

    private Future<Response> sendNow(OpenRedis now, Request request) {
        return unanswered.send(now.connection(), request);
    }

    private void check() {
        unanswered.failOverdue().ifPresent(connection -> lost(connection, "it is silent"));
    }

    private void look() {
        OpenRedis now = live;
        if (now != null) {
            target.hasMoved(now.options()).onSuccess(moved -> {
                if (moved) {
                    lost(now.connection(), "another one is the master");
                }
            });
        }
    }

    private void connect() {
        if (closed) {
            return;
        }
        OpenRedis.open(vertx, target, timeout).onSuccess(this::use).onFailure(away -> later());
    }

    private void use(OpenRedis opened) {
        if (closed) {
            opened.close();
            return;
        }
        opened.onLost(why -> lost(opened.connection(), why));
        unanswered.heard();
        pauseMs = FIRST_PAUSE_MS;
        live = opened;
        LOG.infof("Connected to Redis (%s)", name);
    }

    private synchronized void lost(RedisConnection connection, String why) {
        OpenRedis now = live;
        if (now == null || !now.connection().equals(connection)) {
            return;
        }
        live = null;
        now.close();
        if (!closed) {
            LOG.warnf("Lost Redis (%s): %s; connecting again", name, why);
            later();
        }
    }

    private void later() {
        if (closed) {
            return;
        }
        int pause = pauseMs / 2 + ThreadLocalRandom.current().nextInt(pauseMs);
        pauseMs = Math.min(LONGEST_PAUSE_MS, pauseMs * 2);
        vertx.setTimer(pause, ignored -> connect());
    }

    @Override
    public void close() {
        closed = true;
        vertx.cancelTimer(checker);
        vertx.cancelTimer(looker);
        OpenRedis now = live;
        live = null;
        if (now != null) {
            now.close();
        }
        target.close();
    }
}
