package dev.stoa.matchmaking.records.webhook;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vertx.redis.client.Command;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How events get from Redis through PostgreSQL to receivers, whatever these do. */
class DeliveringTest extends OnWebhooks {

    @Test
    void severalInstancesTogetherKeepTheOrderOfAWebhook() {
        world.create("int_school", receiver);
        world.start();
        world.start();
        world.start();
        IntStream.range(0, 60).forEach(i -> world.event("int_school", i));

        await().until(() -> receiver.calls().size() == 60);
        assertEquals(
                IntStream.range(0, 60).boxed().toList(),
                receiver.calls().stream().map(WebhookWorld::number).toList());
    }

    @Test
    void eventsWaitWhilePostgresIsAway() {
        world.create("int_school", receiver);
        world.start();
        world.postgres().takeAway();
        try {
            IntStream.range(0, 5).forEach(i -> world.event("int_school", i));
            assertEquals(5, world.waitingInRedis());
        } finally {
            world.postgres().bringBack();
        }

        await().atMost(Duration.ofSeconds(30)).until(() -> world.waitingInRedis() == 0);
        await().atMost(Duration.ofSeconds(30)).until(() -> receiver.calls().size() == 5);
    }

    @Test
    void whenTooManyWaitTheOldestAreDroppedAndCounted() {
        IntStream.range(0, 8).forEach(i -> world.event("int_school", i));
        Outbox outbox = new Outbox(world.queue().steps(), 5);

        Outbox.Read read = WebhookWorld.done(outbox.next(List.of(), 100));

        assertEquals(3, read.dropped());
        assertEquals(
                List.of("{\"number\":3}", "{\"number\":4}", "{\"number\":5}", "{\"number\":6}", "{\"number\":7}"),
                read.events().stream().map(Event::data).toList());
    }

    @Test
    void whatWasWrittenButNotForgottenIsNotSentTwice() {
        world.create("int_school", receiver);
        world.event("int_school", 1);
        Event event = WebhookWorld.done(new Outbox(world.queue().steps(), 100).next(List.of(), 100))
                .events()
                .getFirst();
        world.start();
        await().until(() -> receiver.calls().size() == 1);
        world.queue().redis(Command.DEL, "{mm}:outbox");
        world.queue()
                .redis(
                        Command.XADD,
                        "{mm}:outbox",
                        event.at().toString(),
                        "integrator",
                        "int_school",
                        "type",
                        "ticket.queued",
                        "data",
                        "{\"number\":1}");
        world.event("int_school", 2);

        await().until(() -> receiver.calls().size() == 2);
        assertEquals(
                List.of(1, 2),
                receiver.calls().stream().map(WebhookWorld::number).toList());
    }

    @Test
    void secretsAreStoredUnderSealAndOldDeliveriesAreDeleted() {
        world.create("int_school", receiver);
        world.start();
        world.event("int_school", 1);
        await().until(() -> world.count("state = 'delivered'") == 1);

        assertEquals(1, world.one("select count(*) from webhook where secret not like '%whsec%'"));
        Upkeep upkeep = new Upkeep(
                world.vertx(),
                world.database(),
                Duration.ofDays(30),
                new WebhookMetrics(world.queue().metrics()));
        WebhookWorld.done(upkeep.purge());
        assertEquals(1, world.count("true"));
        world.run("update webhook_delivery set ms = ms - 31 * 86400000::bigint");
        WebhookWorld.done(upkeep.purge());
        assertEquals(0, world.count("true"));
    }
}
