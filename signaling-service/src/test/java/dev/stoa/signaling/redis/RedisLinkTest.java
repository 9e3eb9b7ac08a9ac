package dev.stoa.signaling.redis;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.stoa.signaling.rig.Ports;
import dev.stoa.signaling.rig.TestRedis;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import redis.embedded.RedisServer;

class RedisLinkTest {

    private static final Duration TIMEOUT = Duration.ofMillis(300);

    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    private final Loop loop = new Loop(vertx);
    private final int port = Ports.free();
    /** A link asks for it whenever it looks after its connection. */
    private final AtomicInteger timeoutAsked = new AtomicInteger();

    private RedisServer redis;
    private RedisLink link;

    @BeforeEach
    void connect() {
        redis = TestRedis.start(port);
        link = new RedisLinks(vertx, loop, config()).open("test", "key", Duration.ZERO);
        await().until(link::isUp);
    }

    @AfterEach
    void stop() {
        link.close();
        vertx.close();
        redis.stop();
    }

    @Test
    void anAnswerThatLiesUnreadWhileTheLoopIsBusyIsNotMissing() throws Exception {
        Promise<String> answer = Promise.promise();

        // The loop goes on with timers, not with reading, after what it was busy with on behalf of an answer.
        loop.execute(() -> link.send(Request.cmd(Command.PING)).onComplete(first -> {
            link.send(Request.cmd(Command.PING)).map(String::valueOf).onComplete(answer);
            beBusyFor(TIMEOUT.multipliedBy(3));
        }));

        assertEquals(
                "PONG",
                answer.future().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS));
    }

    @Test
    void aLinkThatWasClosedIsNotWatchedAnyMore() {
        await().until(() -> timeoutAsked.get() > 3);

        link.close();
        await().until(link::isClosed);
        var asked = timeoutAsked.get();

        await().during(Duration.ofMillis(400)).atMost(Duration.ofSeconds(3)).until(() -> timeoutAsked.get() == asked);
    }

    private static void beBusyFor(Duration time) {
        var until = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < until) {
            Thread.onSpinWait();
        }
    }

    private RedisConfig config() {
        var config = new SmallRyeConfigBuilder()
                .withMapping(RedisConfig.class)
                .withDefaultValues(
                        Map.of("stoa.redis.url", "redis://127.0.0.1:" + port, "stoa.redis.timeout", TIMEOUT.toString()))
                .withConverter(Duration.class, 200, new DurationConverter())
                .addDefaultInterceptors()
                .build()
                .getConfigMapping(RedisConfig.class);
        return (RedisConfig) Proxy.newProxyInstance(
                RedisConfig.class.getClassLoader(), new Class<?>[] {RedisConfig.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("timeout")) {
                        timeoutAsked.incrementAndGet();
                    }
                    return method.invoke(config, arguments);
                });
    }
}
