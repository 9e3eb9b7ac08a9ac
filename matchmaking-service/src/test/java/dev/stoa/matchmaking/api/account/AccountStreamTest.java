package dev.stoa.matchmaking.api.account;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vertx.redis.client.Command;
import java.util.List;
import org.junit.jupiter.api.Test;

/** News is heard by each instance, in order; what has to be done is done once. */
class AccountStreamTest extends TwoListeners {

    @Test
    void whatIsDoneIsNotDoneAgainByAnInstanceThatStartsLater() {
        tell("banned", "learner", "{}");
        tell("unbanned", "learner", "{}");
        awaitHandled(2);
        queue.enqueue("learner");

        Instance later = startAnother();

        await().until(() -> later.heard.size() == 2);
        tell("unbanned", "somebody", "{}");
        await().until(() -> later.heard.size() == 3);
        assertEquals(
                "queued",
                queue.read(queue.standing("learner")).get("ticket").get("state").asText());
        assertEquals(
                List.of(new AccountNews.Banned("learner"), new AccountNews.Unbanned("learner")),
                later.heard.subList(0, 2));
    }

    @Test
    void newsIsHeardInOrderAndDoneOnceAlsoAfterRedisWasAway() {
        tell("banned", "0", "{}");
        awaitHandled(1);
        redis.restart();
        await().ignoreExceptions().until(() -> queue.redis(Command.PING) != null);

        for (int i = 1; i < 50; i++) {
            tell("banned", String.valueOf(i), "{}");
        }

        awaitHandled(50);
        for (Instance instance : instances) {
            for (int i = 0; i < 50; i++) {
                assertEquals(new AccountNews.Banned(String.valueOf(i)), instance.handled.get(i));
            }
        }
        for (int i = 0; i < 50; i++) {
            assertEquals(List.of("account"), told(String.valueOf(i)));
        }
    }

    @Test
    void whatCannotBeUnderstoodIsPassedOver() {
        tell("promoted", "ada", "{}");
        tell("fields", "ada", "no JSON");
        tell("fields", "ada", "{}");
        queue.redis(Command.XADD, "{id}:accounts", "*", "x", "y");
        tell("unbanned", "ada", "{}");

        awaitHandled(5);
        assertEquals(List.of(), told("ada"));
    }
}
