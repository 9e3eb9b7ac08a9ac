package dev.stoa.matchmaking.api.account;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stoa.matchmaking.queue.KnownKeys;
import dev.stoa.matchmaking.queue.Step;
import dev.stoa.matchmaking.support.TestQueue;
import dev.stoa.matchmaking.support.TestRedis;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Response;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** What accounts do by sessions that have names, over a real Redis. */
abstract class SignOutSteps {

    private static final String FIELDS = "[{\"code\":\"0613\",\"name\":\"Software\"}]";
    private static final String ENGLISH = "[\"en\"]";
    static final int LONG = 3_600_000;

    private final Vertx vertx = Vertx.vertx();
    private final TestRedis redis = new TestRedis();
    TestQueue queue;
    private int news;

    @BeforeEach
    void connect() {
        queue = new TestQueue(vertx, redis.url());
    }

    @AfterEach
    void everyKeyIsDocumented() {
        for (Response key : queue.redis(Command.KEYS, "{mm}:*")) {
            assertTrue(KnownKeys.contain(key.toString()), key.toString());
        }
        queue.close();
        redis.close();
        vertx.close();
    }

    /** Both meet in "room" of "mch_1", each by the session of that name. */
    String matched(String learners, String experts) {
        available(experts, "");
        String ticket = ask(learners);
        queue.claim("ofr_1", "expert", ticket);
        ready(ticket, learners);
        queue.take(Step.ACCEPT, "ofr_1", "expert", "mch_1", "room", "peerL", "peerE", LONG, experts);
        return ticket;
    }

    void available(String session, String autoAccept) {
        queue.take(Step.SET_AVAILABILITY, "expert", "Eve", FIELDS, ENGLISH, LONG, "", "", autoAccept, "", session);
    }

    String ask(String session) {
        String id = "tkt_1";
        queue.take(Step.ENQUEUE, id, "learner", "Ada", "0613", "Software", ENGLISH, "Help", LONG, LONG, LONG, session);
        return id;
    }

    void ready(String ticket, String session) {
        queue.take(Step.READY, ticket, "learner", "", "mch_2", "room", "peerL", "peerE", LONG, session);
    }

    void signOut(String account, String session) {
        queue.take(Step.ACCOUNT_NEWS, ++news + "-0", account, "signed-out", session);
    }

    List<String> rooms() {
        return queue.take(Step.UNTRIED, 0, 100).rows().stream()
                .map(List::getFirst)
                .filter(member -> member.startsWith("r:"))
                .toList();
    }

    JsonNode standing(String account) {
        return queue.read(queue.standing(account));
    }

    JsonNode last(String account, String type) {
        return queue.redis(Command.XRANGE, "{mm}:events:" + account, "-", "+").stream()
                .map(entry -> entry.get(1))
                .filter(fields -> fields.get(1).toString().equals(type))
                .map(fields -> queue.read(fields.get(3).toString()))
                .reduce((first, second) -> second)
                .orElseThrow();
    }
}
