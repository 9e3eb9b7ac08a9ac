package dev.stoa.matchmaking.support;

import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** Tests of steps on a Redis of their own, which is empty when each of them begins. */
public abstract class OnAQueue {

    protected static TestQueue queue;

    private static Vertx vertx;
    private static TestRedis redis;

    @BeforeAll
    protected static void start() {
        vertx = Vertx.vertx();
        redis = new TestRedis();
        queue = new TestQueue(vertx, redis.url());
    }

    @AfterAll
    protected static void stop() {
        queue.close();
        redis.close();
        vertx.close();
    }

    @BeforeEach
    protected void empty() {
        queue.redis(Command.FLUSHALL);
    }
}
