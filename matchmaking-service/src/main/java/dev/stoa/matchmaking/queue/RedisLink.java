package dev.stoa.matchmaking.queue;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetClientOptions;
import io.vertx.redis.client.ProtocolVersion;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisClientType;
import io.vertx.redis.client.RedisConnection;
import io.vertx.redis.client.RedisOptions;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
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
    private static final int MOST_WAITING = 65_536;
    private static final long CHECK_EVERY_MS = 100;
    private static final int FIRST_PAUSE_MS = 50;
    private static final int LONGEST_PAUSE_MS = 1_000;

    private record Waiting(Promise<Response> promise, RedisConnection connection, long deadline) {}

    private record Live(Redis client, RedisConnection connection) {}

    private final Vertx vertx;
    private final String name;
    private final RedisOptions options;
    private final Duration timeout;
    private final Queue<Waiting> waiting = new ConcurrentLinkedQueue<>();
    private final long checker;

    private volatile @Nullable Live live;
    private volatile boolean closed;
    private volatile long lastAnswer;
    private int pauseMs = FIRST_PAUSE_MS;

    /**
     * Starts to connect; returns at once.
     *
     * @param name what the log calls this link
     * @param timeout how long an answer may take; longer than any blocking read that is sent
     */
    public RedisLink(Vertx vertx, String name, String url, Duration timeout) {
        this(vertx, name, common().setConnectionString(url).setMaxPoolSize(1).setMaxPoolWaiting(1), timeout);
    }

    /**
     * The same to a Redis Cluster: one connection to each of its primaries, all given up when one of them is lost. Commands
     * keep their order only among those with the same key.
     *
     * @param urls some nodes; user and password are those of all
     */
    public static RedisLink toCluster(Vertx vertx, String name, List<String> urls, Duration timeout) {
        return new RedisLink(
                vertx, name, common().setType(RedisClientType.CLUSTER).setEndpoints(urls), timeout);
    }

    private RedisLink(Vertx vertx, String name, RedisOptions options, Duration timeout) {
        this.vertx = vertx;
        this.name = name;
        this.timeout = timeout;
        this.options = options;
        this.checker = vertx.setPeriodic(CHECK_EVERY_MS, ignored -> failOverdue());
        connect();
    }

    private static RedisOptions common() {
        return new RedisOptions()
                .setPreferredProtocolVersion(ProtocolVersion.RESP2)
                .setMaxWaitingHandlers(MOST_WAITING)
                .setNetClientOptions(new NetClientOptions()
                        .setConnectTimeout(2_000)
                        .setTcpNoDelay(true)
                        .setTcpKeepAlive(true));
    }

    /** Whether Redis can be sent to right now. */
    public boolean connected() {
        return live != null;
    }

    /** Sends a command when subscribed to; fails with {@link RedisAway} or with Redis' own error. */
    public Uni<Response> send(Request request) {
        return Uni.createFrom()
                .emitter(emitter -> sendNow(request).onComplete(answer -> {
                    if (answer.succeeded()) {
                        emitter.complete(answer.result());
                    } else {
                        emitter.fail(answer.cause());
                    }
                }));
    }

    private Future<Response> sendNow(Request request) {
        Live now = live;
        if (now == null) {
            return Future.failedFuture(new RedisAway(name + " is not connected"));
        }
        Promise<Response> promise = Promise.promise();
        waiting.add(new Waiting(promise, now.connection(), System.nanoTime() + timeout.toNanos()));
        now.connection().send(request).onComplete(answer -> {
            lastAnswer = System.nanoTime();
            if (answer.succeeded()) {
                promise.tryComplete(answer.result());
            } else {
                promise.tryFail(RedisErrors.meaning(answer.cause()));
            }
        });
        return promise.future();
    }

    private void failOverdue() {
        long now = System.nanoTime();
        for (Waiting next = waiting.peek(); next != null; next = waiting.peek()) {
            boolean overdue = next.deadline() - now < 0;
            if (!overdue && !next.promise().future().isComplete()) {
                return;
            }
            waiting.poll();
            if (next.promise().tryFail(new RedisAway(name + " did not answer within " + timeout.toMillis() + " ms"))
                    && now - lastAnswer > timeout.toNanos()) {
                lost(next.connection(), "it is silent");
            }
        }
    }

    private void connect() {
        if (closed) {
            return;
        }
        Redis client = Redis.createClient(vertx, options);
        Promise<RedisConnection> opened = Promise.promise();
        long limit = vertx.setTimer(timeout.toMillis(), ignored -> opened.tryFail("no answer to the greeting"));
        client.connect().onSuccess(opened::tryComplete).onFailure(opened::tryFail);
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
            lastAnswer = System.nanoTime();
            pauseMs = FIRST_PAUSE_MS;
            live = new Live(client, connection);
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
        Live now = live;
        live = null;
        if (now != null) {
            now.client().close();
        }
    }
}
