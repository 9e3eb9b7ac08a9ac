package dev.stoa.localstack.bench.matchmaking;

import dev.stoa.localstack.store.Redis;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.ProtocolVersion;
import io.vertx.redis.client.RedisConnection;
import io.vertx.redis.client.RedisOptions;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The least that can be done with the same data: one script queues a ticket, another takes the oldest one for an expert,
 * writes the match and tells both. Sent straight to a Redis of the same durability, with as many under way as the service has.
 */
final class Floor {
    private static final String ASK = """
            redis.call('HSET', KEYS[1] .. ARGV[1], 'account', ARGV[2], 'field', '0613', 'problem', ARGV[3])
            redis.call('ZADD', KEYS[2], redis.call('INCR', KEYS[3]), ARGV[1])
            return 1""";

    private static final String HELP = """
            local ticket = redis.call('ZPOPMIN', KEYS[2])[1]
            if not ticket then return 0 end
            local learner = redis.call('HGET', KEYS[1] .. ticket, 'account')
            redis.call('HSET', KEYS[4] .. ARGV[2], 'ticket', ticket, 'learner', learner, 'expert', ARGV[1])
            redis.call('XADD', KEYS[5], 'MAXLEN', '~', 100000, '*', 'account', learner, 'match', ARGV[2])
            redis.call('XADD', KEYS[5], 'MAXLEN', '~', 100000, '*', 'account', ARGV[1], 'match', ARGV[2])
            return 1""";

    private final RedisConnection connection;
    private final String ask;
    private final String help;
    private long matches;
    private long end;

    private Floor(RedisConnection connection) {
        this.connection = connection;
        ask = load(ASK);
        help = load(HELP);
    }

    /** Matches a second. */
    static double measure(Vertx vertx, Redis redis, int atOnce, Duration time) {
        var client = io.vertx.redis.client.Redis.createClient(
                vertx,
                new RedisOptions()
                        .setConnectionString(redis.url())
                        .setPreferredProtocolVersion(ProtocolVersion.RESP2)
                        .setMaxWaitingHandlers(100_000));
        try {
            return new Floor(join(client.connect())).run(atOnce, time);
        } finally {
            client.close();
        }
    }

    private double run(int atOnce, Duration time) {
        var begin = System.nanoTime();
        end = begin + time.toNanos();
        join(Future.join(IntStream.range(0, atOnce).mapToObj(each -> next()).toList()));
        return matches / ((System.nanoTime() - begin) / 1e9);
    }

    private Future<Void> next() {
        if (System.nanoTime() > end) return Future.succeededFuture();
        return send(ask, id(), id(), "Why does my loop never end?")
                .compose(asked -> send(help, id(), id()))
                .compose(helped -> {
                    if (helped.toString().equals("1")) matches++;
                    return next();
                });
    }

    private Future<Response> send(String sha, String... arguments) {
        var request = Request.cmd(Command.EVALSHA)
                .arg(sha)
                .arg(5)
                .arg("{f}:ticket:")
                .arg("{f}:waiting")
                .arg("{f}:seq")
                .arg("{f}:match:")
                .arg("{f}:log");
        for (var argument : arguments) request.arg(argument);
        return answer(connection.send(request));
    }

    private String load(String script) {
        return join(answer(
                        connection.send(Request.cmd(Command.SCRIPT).arg("LOAD").arg(script))))
                .toString();
    }

    private static Future<Response> answer(Future<@Nullable Response> future) {
        return future.map(Objects::requireNonNull);
    }

    private static String id() {
        return UUID.randomUUID().toString();
    }

    private static <T> T join(Future<T> future) {
        CompletableFuture<T> result = future.toCompletionStage().toCompletableFuture();
        return result.join();
    }
}
