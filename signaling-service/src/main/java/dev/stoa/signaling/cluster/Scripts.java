package dev.stoa.signaling.cluster;

import dev.stoa.signaling.redis.RedisLink;
import dev.stoa.signaling.redis.RedisLinks;
import io.vertx.core.Future;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.RedisConnection;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import io.vertx.redis.client.impl.types.ErrorType;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs the atomic steps, all on one pipelined connection so that they happen in the order of the calls. */
@Singleton
public final class Scripts {

    private final RedisLink link;

    Scripts(RedisLinks links) {
        link = links.open("script", Duration.ZERO, Scripts::load);
    }

    /** Whether Redis answers; may be asked from any thread. */
    public boolean isUp() {
        return link.isUp();
    }

    Future<Response> run(Script script, List<String> keys, List<String> arguments) {
        return link.send(call(Command.EVALSHA, script.sha(), keys, arguments))
                .recover(failure -> failure instanceof ErrorType error && error.is("NOSCRIPT")
                        ? link.send(call(Command.EVAL, script.source(), keys, arguments))
                        : Future.failedFuture(failure))
                .compose(reply -> reply == null
                        ? Future.failedFuture(new IllegalStateException(script + " returned nothing"))
                        : Future.succeededFuture(reply));
    }

    Future<@Nullable Response> run(Command command, String... arguments) {
        var request = Request.cmd(command);
        Arrays.stream(arguments).forEach(request::arg);
        return link.send(request);
    }

    @PreDestroy
    void close() {
        link.close();
    }

    private static Future<?> load(RedisConnection connection) {
        return connection.batch(Arrays.stream(Script.values())
                .map(script -> Request.cmd(Command.SCRIPT).arg("LOAD").arg(script.source()))
                .toList());
    }

    private static Request call(Command command, String script, List<String> keys, List<String> arguments) {
        var request = Request.cmd(command).arg(script).arg(keys.size());
        keys.forEach(request::arg);
        arguments.forEach(request::arg);
        return request;
    }
}
