package dev.stoa.matchmaking.proof;

import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.ProtocolVersion;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisOptions;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;

/** Follows the log in Redis itself, from its beginning, and hands each entry to the history. */
final class LogTap implements AutoCloseable {

    private static final int MOST = 2_000;
    private static final int BLOCK_MS = 200;
    private static final int ANSWER_WITHIN_S = 5;
    private static final long RETRY_NS = 20_000_000;

    private final Redis redis;
    private final History history;
    private final Thread thread;
    private String position = "0-0";
    private volatile boolean closed;

    LogTap(Vertx vertx, String url, History history) {
        this.redis = Redis.createClient(
                vertx, new RedisOptions().setConnectionString(url).setPreferredProtocolVersion(ProtocolVersion.RESP2));
        this.history = history;
        this.thread = Thread.ofPlatform().name("log-tap").start(this::follow);
    }

    private void follow() {
        while (!closed) {
            try {
                Response answer = run(Command.XREAD, "COUNT", MOST, "BLOCK", BLOCK_MS, "STREAMS", "{mm}:log", position);
                if (answer != null) {
                    answer.get(0).get(1).forEach(this::entry);
                }
            } catch (ExecutionException | TimeoutException away) {
                LockSupport.parkNanos(RETRY_NS);
            }
        }
    }

    private void entry(Response entry) {
        position = entry.get(0).toString();
        List<String> fields = entry.get(1).stream().map(Response::toString).toList();
        if (fields.getFirst().equals("account")) {
            history.told(new Told(EventIds.of(position), fields.get(1), fields.get(3), Json.read(fields.get(5))));
        }
    }

    /** Sends a command; fails while Redis is away. */
    Response run(Command command, Object... arguments) throws ExecutionException, TimeoutException {
        Request request = Request.cmd(command);
        for (Object argument : arguments) {
            request.arg(argument.toString());
        }
        try {
            return redis.send(request).toCompletionStage().toCompletableFuture().get(ANSWER_WITHIN_S, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        closed = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        redis.close();
    }
}
