package dev.stoa.signaling.cluster;

import dev.stoa.signaling.redis.Loop;
import dev.stoa.signaling.redis.RedisLink;
import dev.stoa.signaling.redis.RedisLinks;
import dev.stoa.signaling.redis.Sender;
import dev.stoa.signaling.redis.Shards;
import io.vertx.core.Future;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.RedisConnection;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import io.vertx.redis.client.impl.types.ErrorType;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs the atomic steps; those on one room happen in the order of the calls. Lives on the loop. */
@Singleton
public final class Scripts {

    // At 10,000 messages a second it saves a quarter of what each costs (docs/benchmarks.md). In a cluster a call is
    // about one room, where there is seldom more to come.
    private static final Duration REST = Duration.ofMillis(2);

    private final Shards<RedisLink> links;
    private final Sender sender;
    private final List<Together> gathered = new ArrayList<>();
    private final RedisLinks redis;
    private final Loop loop;
    private final boolean inCluster;

    Scripts(RedisLinks redis, Loop loop) {
        this.redis = redis;
        this.loop = loop;
        inCluster = redis.isCluster();
        links = redis.shards("script", opener -> opener.open(this::load), RedisLink::close);
        sender = redis.sender(links);
    }

    /** Whether Redis answers, in a cluster at least one server; may be asked from any thread. */
    public boolean isUp() {
        return links.all().stream().anyMatch(RedisLink::isUp);
    }

    /** Whether the server of that key answers. */
    boolean isUp(String key) {
        var link = links.of(key);
        return link != null && link.isUp();
    }

    Future<Response> run(Script script, List<String> keys, List<String> arguments) {
        gathered.forEach(waiting -> waiting.hurry(keys.getFirst()));
        return call(script, keys, arguments);
    }

    /** A step that takes many calls at once, after arguments that are the same for all of them. */
    Together together(Script script, List<String> common) {
        var together =
                new Together(redis::group, Pace.of(inCluster ? Duration.ZERO : REST, loop), (keys, arguments) -> {
                    arguments.addAll(0, common);
                    return call(script, keys, arguments);
                });
        gathered.add(together);
        return together;
    }

    private Future<Response> call(Script script, List<String> keys, List<String> arguments) {
        var text = script.text(inCluster);
        return sender.send(keys.getFirst(), request(Command.EVALSHA, text.sha(), keys, arguments))
                .recover(failure -> failure instanceof ErrorType error && error.is("NOSCRIPT")
                        ? sender.send(keys.getFirst(), request(Command.EVAL, text.source(), keys, arguments))
                        : Future.failedFuture(failure))
                .compose(reply -> reply == null
                        ? Future.failedFuture(new IllegalStateException(script + " returned nothing"))
                        : Future.succeededFuture(reply));
    }

    Future<@Nullable Response> run(Command command, String key, String... arguments) {
        gathered.forEach(waiting -> waiting.hurry(key));
        var request = Request.cmd(command).arg(key);
        Arrays.stream(arguments).forEach(request::arg);
        return sender.send(key, request);
    }

    @PreDestroy
    void close() {
        links.close();
    }

    private Future<?> load(RedisConnection connection) {
        return connection.batch(Arrays.stream(Script.values())
                .map(script -> Request.cmd(Command.SCRIPT)
                        .arg("LOAD")
                        .arg(script.text(inCluster).source()))
                .toList());
    }

    private static Request request(Command command, String script, List<String> keys, List<String> arguments) {
        var request = Request.cmd(command).arg(script).arg(keys.size());
        keys.forEach(request::arg);
        arguments.forEach(request::arg);
        return request;
    }
}
