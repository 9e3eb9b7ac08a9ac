package dev.stoa.matchmaking.records.webhook;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vertx.redis.client.Command;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whom an event names is written down with it. */
class NamedAccountsTest extends OnWebhooks {

    @Test
    void whatWaitedWhileAnAccountWasDeletedIsNotWrittenDown() {
        world.create("int_school", receiver);
        world.run("insert into forgotten_account (account, ms) values ('bob', 2000)");
        event("1000-1", 1, "[\"ext_ada\",\"bob\"]");
        event("1000-2", 2, "[\"ext_ada\"]");
        event("3000-1", 3, "[\"ext_ada\",\"bob\"]");

        world.start();

        await().until(() -> receiver.calls().size() == 2);
        assertEquals(
                List.of(2, 3),
                receiver.calls().stream().map(WebhookWorld::number).toList());
        assertEquals(1, world.count("accounts = '{ext_ada,bob}'"));
    }

    @Test
    void whatTheVersionBeforeHasLeftSaysNotWhomItNames() {
        world.create("int_school", receiver);
        world.event("int_school", 1);

        world.start();

        await().until(() -> world.count("accounts is null") == 1);
    }

    private static void event(String id, int number, String accounts) {
        world.queue()
                .redis(
                        Command.XADD,
                        "{mm}:outbox",
                        id,
                        "integrator",
                        "int_school",
                        "type",
                        "ticket.queued",
                        "data",
                        "{\"number\":" + number + "}",
                        "accounts",
                        accounts);
    }
}
