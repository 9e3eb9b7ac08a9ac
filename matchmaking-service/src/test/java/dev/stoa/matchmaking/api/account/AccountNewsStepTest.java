package dev.stoa.matchmaking.api.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stoa.matchmaking.queue.Ids;
import dev.stoa.matchmaking.queue.KnownKeys;
import dev.stoa.matchmaking.queue.Outcome;
import dev.stoa.matchmaking.queue.Step;
import dev.stoa.matchmaking.support.TestQueue;
import dev.stoa.matchmaking.support.TestRedis;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What news of an account does to a queue in which requests of that account are still under way. */
class AccountNewsStepTest {

    private static final int LEASE = 60_000;

    private final Vertx vertx = Vertx.vertx();
    private final TestRedis redis = new TestRedis();
    private TestQueue queue;
    private int news;

    @BeforeEach
    void connect() {
        queue = new TestQueue(vertx, redis.url());
    }

    @AfterEach
    void close() {
        queue.close();
        redis.close();
        vertx.close();
    }

    @Test
    void aRequestThatPassedItsCheckJustBeforeTheBanOpensNothing() {
        tell("banned", "eve");

        assertEquals(Outcome.BANNED, queue.makeAvailable("eve", LEASE).outcome());
        queue.enqueue("eve");

        assertTrue(standing("eve").get("availability").isNull());
        assertTrue(standing("eve").get("ticket").isNull());
        assertEquals(0, queue.redis(Command.ZCARD, "{mm}:waiting:0613").toInteger());
    }

    @Test
    void aBanIsForgottenWhenItIsLifted() {
        tell("banned", "eve");
        tell("unbanned", "eve");

        assertEquals(Outcome.OK, queue.makeAvailable("eve", LEASE).outcome());
        queue.enqueue("eve");

        assertEquals("queued", standing("eve").get("ticket").get("state").asText());
    }

    @Test
    void aBanIsKeptInRedisForADay() {
        tell("banned", "eve");

        int left = queue.redis(Command.TTL, "{mm}:banned:eve").toInteger();
        assertTrue(left > 86_000 && left <= 86_400, left + " s");
    }

    @Test
    void aTicketThatFailedBeforeTheBanIsNotReopened() {
        String ticket = failed("ada");
        tell("banned", "ada");

        assertEquals(
                Outcome.BANNED,
                queue.take(Step.REOPEN_TICKET, ticket, "ada", "").outcome());
    }

    @Test
    void aBannedAccountsPausedTicketIsOver() {
        String ticket = queue.enqueue("ada");
        queue.take(Step.PAUSE_TICKET, ticket, "ada", "");

        tell("banned", "ada");

        assertEquals("cancelled", queue.field("ticket", ticket, "state"));
        assertEquals(0, queue.redis(Command.ZCARD, "{mm}:pauses").toInteger());
    }

    @Test
    void nothingIsKeptOfADeletedAccountAndItsRowsAreForgotten() {
        queue.redis(Command.SADD, "{mm}:blocks:ada", "eve");
        queue.redis(Command.SADD, "{mm}:blocked:ada", "eve");
        queue.redis(Command.SADD, "{mm}:blocks:eve", "ada");
        queue.redis(Command.SADD, "{mm}:favourites:ada", "bob");
        queue.redis(Command.HSET, "{mm}:rating:ada", "sum", 5, "count", 1);

        tell("deleted", "ada");

        assertEquals(
                0,
                queue.redis(
                                Command.EXISTS,
                                "{mm}:blocks:ada",
                                "{mm}:blocked:ada",
                                "{mm}:blocks:eve",
                                "{mm}:favourites:ada",
                                "{mm}:rating:ada")
                        .toInteger());
        String last = queue.redis(Command.XREVRANGE, "{mm}:records", "+", "-", "COUNT", 1)
                .get(0)
                .get(1)
                .toString();
        assertTrue(last.contains("forgotten"), last);
        assertEquals(Outcome.BANNED, queue.makeAvailable("ada", LEASE).outcome());
    }

    @Test
    void whatIsNotedOfBansAndDeletionsIsDocumented() {
        queue.enqueue("ada");
        tell("banned", "eve");
        tell("deleted", "ada");

        for (Response key : queue.redis(Command.KEYS, "{mm}:*")) {
            assertTrue(KnownKeys.contain(key.toString()), key.toString());
        }
    }

    private String failed(String learner) {
        String ticket = queue.enqueue(learner);
        queue.makeAvailable("expert", LEASE);
        String offer = Ids.next("ofr_");
        queue.claim(offer, "expert", ticket);
        queue.accept(offer, "expert");
        queue.ready(ticket, learner);
        queue.makeDue("matches", queue.field("ticket", ticket, "matchId"));
        queue.take(Step.EXPIRE_MATCHES, 10, "0");
        assertEquals("failed", queue.field("ticket", ticket, "state"));
        return ticket;
    }

    private void tell(String kind, String account) {
        queue.take(Step.ACCOUNT_NEWS, ++news + "-0", account, kind, "");
    }

    private JsonNode standing(String account) {
        return queue.read(queue.standing(account));
    }
}
