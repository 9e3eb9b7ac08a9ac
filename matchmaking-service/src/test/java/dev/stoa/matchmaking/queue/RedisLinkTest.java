package dev.stoa.matchmaking.queue;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stoa.matchmaking.support.TestQueue;
import dev.stoa.matchmaking.support.TestRedis;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetServer;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RedisLinkTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static Vertx vertx;
    private static TestRedis redis;

    @BeforeAll
    static void start() {
        vertx = Vertx.vertx();
        redis = new TestRedis();
    }

    @AfterAll
    static void stop() {
        redis.close();
        vertx.close();
    }

    @Test
    void reconnectsByItselfAndNothingAcknowledgedIsLost() {
        try (TestQueue queue = new TestQueue(vertx, redis.url())) {
            String ticket = queue.enqueue("learner");

            redis.restart();

            await("the link is back")
                    .ignoreExceptions()
                    .until(() -> queue.standing("learner").contains(ticket));
        }
    }

    @Test
    void loadsTheStepsAgainWhenRedisHasForgottenThem() {
        try (TestQueue queue = new TestQueue(vertx, redis.url())) {
            queue.standing("learner");

            queue.redis(Command.FUNCTION, "FLUSH");

            assertTrue(queue.standing("learner").contains("standing"));
        }
    }

    @Test
    void leavesTheStepsOfAFewOtherVersionsInRedisAndNotOfMany() {
        try (TestQueue queue = new TestQueue(vertx, redis.url())) {
            leaveStepsOf(queue, "a", "b", "c");
            queue.standing("learner");
            assertEquals(4, libraries(queue).size());

            leaveStepsOf(queue, "a", "b", "c", "d");
            queue.standing("learner");

            assertEquals(1, libraries(queue).size());
        }
    }

    @Test
    void readsAndMakesRoomWhileRedisIsFullAndDoesNothingElse() {
        try (TestQueue queue = new TestQueue(vertx, redis.url())) {
            String ticket = queue.enqueue("reader");
            queue.redis(Command.CONFIG, "SET", "maxmemory", "1");
            try {
                assertTrue(queue.standing("reader").contains(ticket));
                assertEquals(
                        Outcome.OK, queue.take(Step.TRIM_RECORDS, "", 0, 0, 0).outcome());
                assertThrows(RuntimeException.class, () -> queue.enqueue("other"));
            } finally {
                queue.redis(Command.CONFIG, "SET", "maxmemory", "0");
            }
        }
    }

    /** As if these versions had run, and this one had not. */
    private static void leaveStepsOf(TestQueue queue, String... versions) {
        queue.redis(Command.FUNCTION, "FLUSH");
        for (String version : versions) {
            queue.redis(
                    Command.FUNCTION,
                    "LOAD",
                    "#!lua name=stoa_mm_%s\nredis.register_function('%s', function() return 1 end)"
                            .formatted(version, version));
        }
    }

    private static List<String> libraries(TestQueue queue) {
        return queue.redis(Command.FUNCTION, "LIST").stream()
                .map(library -> library.get(1).toString())
                .toList();
    }

    @Test
    void failsAtOnceWhileRedisIsAway() {
        try (RedisLink link =
                new RedisLink(vertx, "test", "redis://127.0.0.1:" + TestRedis.freePort(), Duration.ofSeconds(1))) {
            assertFalse(link.connected());
            assertThrows(RedisAway.class, () -> get(link));
        }
    }

    @Test
    void givesUpARedisThatIsSilentAndTriesAgain() throws Exception {
        int[] greetings = new int[1];
        NetServer silent = vertx.createNetServer().connectHandler(socket -> {
            greetings[0]++;
            // It greets like an old Redis, but answers no command.
            socket.handler(data -> {
                if (data.toString().contains("hello")) {
                    socket.write("-ERR unknown command 'HELLO'\r\n");
                } else if (data.toString().contains("ping")) {
                    socket.write("+PONG\r\n");
                }
            });
        });
        int port = silent.listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .get()
                .actualPort();

        try (RedisLink link = new RedisLink(vertx, "test", "redis://127.0.0.1:" + port, Duration.ofMillis(500))) {
            await().until(link::connected);
            assertThrows(RedisAway.class, () -> get(link));
            await().until(() -> greetings[0] > 1);
        }
        silent.close();
    }

    @Test
    void anAnswerOfRedisItselfIsNoOutage() {
        try (TestQueue queue = new TestQueue(vertx, redis.url())) {
            queue.redis(Command.SET, "word", "text");

            Throwable failure = assertThrows(RuntimeException.class, () -> queue.redis(Command.INCR, "word"));

            assertFalse(failure instanceof RedisAway);
        }
    }

    @Test
    void eventIdsAreReadAndCompared() {
        assertEquals(new EventId(1, 2), EventId.of("1-2"));
        assertTrue(EventId.parse("x").isEmpty());
        assertTrue(EventId.parse("99999999999999999999-0").isEmpty());
        assertTrue(EventId.of("2-0").compareTo(EventId.of("1-9")) > 0);
        assertTrue(EventId.of("10-0").compareTo(EventId.of("9-0")) > 0);
    }

    private static void get(RedisLink link) {
        link.send(Request.cmd(Command.GET).arg("anything")).await().atMost(PATIENCE);
    }
}
