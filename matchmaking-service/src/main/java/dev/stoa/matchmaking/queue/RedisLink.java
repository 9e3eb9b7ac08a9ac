package dev.stoa.matchmaking.queue;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisConnection;
import io.vertx.redis.client.RedisOptions;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.time.Duration;
import java.util.List;
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
    private static final long LOOK_EVERY_MS = 500;
    private static final int FIRST_PAUSE_MS = 50;
    private static final int LONGEST_PAUSE_MS = 1_000;

    private record Live(
            RedisOptions options,
            Redis client,
            RedisConnection connection,
            @Nullable Copies copies) {}

    private final Vertx vertx;
    private final String name;
    private final RedisTarget target;
    private final Duration timeout;
    private final Unanswered unanswered;
    private final long checker;
    private final long looker;

    private volatile @Nullable Live live;
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

    /** The same to whichever server the sentinels name; a write is acknowledged once a replica has it too. */
    static RedisLink toWatched(Vertx vertx, String name, Sentinels sentinels, Duration copyWithin, Duration timeout) {
        return new RedisLink(vertx, name, new RedisTarget.Watched(sentinels, copyWithin), timeout);
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
     * Sends a command that writes. With sentinels it is answered once a replica has what was written before; without that
     * confirmation it fails with {@link RedisAway}, and may have been done all the same.
     */
    Uni<Response> sendWrite(Request request) {
        return onSubscription(now -> {
            Copies copies = now.copies();
            Future<Response> answer = sendNow(now, request);
            return copies == null
                    ? answer
                    : answer.compose(done -> copies.made().map(done));
        });
    }

    private Uni<Response> onSubscription(Function<Live, Future<Response>> sending) {
        return Uni.createFrom().emitter(emitter -> {
            Live now = live;
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

    private Future<Response> sendNow(Live now, Request request) {
        return unanswered.send(now.connection(), request);
    }

    private void check() {
        unanswered.failOverdue().ifPresent(connection -> lost(connection, "it is silent"));
    }

    private void look() {
        Live now = live;
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
        target.options().onSuccess(this::connect).onFailure(unknown -> later());
    }

    private void connect(RedisOptions options) {
        Redis client = Redis.createClient(vertx, options);
        Promise<RedisConnection> opened = Promise.promise();
        long limit = vertx.setTimer(timeout.toMillis(), ignored -> opened.tryFail("no answer to the greeting"));
        client.connect().compose(target::checked).onSuccess(opened::tryComplete).onFailure(opened::tryFail);
        opened.future().onComplete(result -> {
            vertx.cancelTimer(limit);
            if (result.failed() || closed) {
                client.close();
                later();
                return;
            }
            RedisConnection connection = result.result();
            connection.exceptionHandler(failure -> lost(connection, String.valueOf(failure.getMessage())));
            connection.endHandler(ignored -> lost(connection, "it was closed"));
            unanswered.heard();
            pauseMs = FIRST_PAUSE_MS;
            Copies copies = target.copyWithin()
                    .map(within -> new Copies(connection, within))
                    .orElse(null);
            live = new Live(options, client, connection, copies);
            LOG.infof("Connected to Redis (%s)", name);
        });
    }

    private synchronized void lost(RedisConnection connection, String why) {
        Live now = live;
        if (now == null || !now.connection().equals(connection)) {
            return;
        }
        live = null;
        now.client().close();
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
        Live now = live;
        live = null;
        if (now != null) {
            now.client().close();
        }
        target.close();
    }
}
