package dev.stoa.matchmaking.support;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;

/**
 * Lets deadlines of the running service's queue pass at once. Those of the tests are so long that none passes by itself, however
 * slow the machine is.
 */
public final class Passing {

    private Passing() {}

    /** The time for answers to an offer is over. */
    public static void offer(String offer) {
        isDue("offers", offer);
    }

    /** The time in which both have to come into the room, or back into it, is over. */
    public static void match(String match) {
        isDue("matches", match);
    }

    /** The lease of an availability has run out. */
    public static void lease(Person expert) {
        isDue("leases", expert.account());
    }

    /** The account has paused for what it missed. */
    public static void coolDown(Person person) {
        change(Command.HDEL, "misses:" + person.account(), "until");
    }

    /** The account has paused for what it missed, and so has its ticket. */
    public static void coolDown(Person learner, String ticket) {
        coolDown(learner);
        try (SignalingRedis redis = new SignalingRedis()) {
            redis.send(Request.cmd(Command.HSET)
                    .arg("{mm}:ticket:" + ticket)
                    .arg("resumableAt")
                    .arg(0));
        }
    }

    private static void isDue(String deadlines, String member) {
        change(Command.ZADD, deadlines, "XX", "CH", "0", member);
    }

    private static void change(Command command, String key, String... words) {
        try (SignalingRedis redis = new SignalingRedis()) {
            Request request = Request.cmd(command).arg("{mm}:" + key);
            for (String word : words) {
                request.arg(word);
            }
            assertEquals(1, redis.send(request).toInteger(), () -> "There was nothing to wait for in " + key);
        }
    }
}
