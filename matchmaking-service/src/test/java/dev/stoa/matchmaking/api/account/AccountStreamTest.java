package dev.stoa.matchmaking.api.account;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.stoa.matchmaking.queue.Step;
import io.vertx.redis.client.Command;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** News is heard by each instance, in order; what has to be done is done once. */
class AccountStreamTest extends TwoListeners {

    private static final String FIELDS = "[{\"code\":\"0613\",\"name\":\"Software\"}]";

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
    void aSignOutIsHeardByEachAndTakesEffectOnce() {
        queue.take(Step.SET_AVAILABILITY, "eve", "Eve", FIELDS, "[\"en\"]", 60_000, "", "", "", "", "laptop");

        tell("signed-out", "eve", "{\"session\":\"laptop\",\"until\":1772359230}");

        awaitHandled(1);
        for (Instance instance : instances) {
            assertEquals(
                    List.of(new AccountNews.SignedOut("eve", "laptop", Instant.ofEpochSecond(1_772_359_230))),
                    instance.handled);
        }
        assertEquals(List.of("availability", "availability-ended"), told("eve"));
    }

    @Test
    void whatCannotBeUnderstoodIsPassedOver() {
        tell("promoted", "ada", "{}");
        tell("fields", "ada", "no JSON");
        tell("fields", "ada", "{}");
        tell("signed-out", "ada", "no JSON");
        tell("signed-out", "ada", "{\"session\":\"\",\"until\":1}");
        tell("signed-out", "ada", "{\"session\":\"" + "s".repeat(256) + "\",\"until\":1}");
        tell("signed-out", "ada", "{\"session\":1,\"until\":1}");
        tell("signed-out", "ada", "{\"session\":\"s\"}");
        tell("signed-out", "ada", "{\"session\":\"s\",\"until\":" + Long.MAX_VALUE + "}");
        queue.redis(Command.XADD, "{id}:accounts", "*", "x", "y");
        tell("unbanned", "ada", "{}");

        awaitHandled(11);
        assertEquals(List.of(), told("ada"));
        assertEquals(
                10,
                instances.getFirst().heard.stream()
                        .filter(AccountNews.Other.class::isInstance)
                        .count());
    }
}
