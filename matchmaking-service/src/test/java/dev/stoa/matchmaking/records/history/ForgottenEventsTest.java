package dev.stoa.matchmaking.records.history;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Events for webhooks that name a deleted account go with it, and no others. */
class ForgottenEventsTest extends OnAHistory {

    private static final String ADAS = "tkt_" + "a".repeat(22);
    private static final String EVES = "tkt_" + "e".repeat(22);

    @BeforeEach
    void makeAWebhook() {
        run("insert into webhook (id, integrator, url, types, enabled, secret, created_at)"
                + " values ('whk_1', 'int_1', 'https://a.example', '{}', true, 's', now())");
    }

    @Test
    void whatNamesADeletedAccountGoes() {
        event("named", "match.matched", EVES, "'{ext_eve,bob}'", 1_000);
        event("not named", "ticket.queued", EVES, "'{ext_eve}'", 1_000);
        event("after it came back", "match.matched", EVES, "'{ext_eve,bob}'", 3_000);

        world.record("forgotten", "{\"account\":\"bob\",\"at\":2000}");
        world.write();

        assertEquals(List.of("after it came back", "not named"), events());
        assertEquals("bob 2000", world.one("select account || ' ' || ms from forgotten_account"));
    }

    @Test
    void ofEventsThatSayNotWhomTheyNameThoseOfItsTicketsGoAndAllOffers() {
        world.record(
                "match-ended",
                HistoryWorld.match("mch_1", "ext_ada", "bob", 2_000).replace("tkt_1", ADAS));
        event("hers", "match.matched", ADAS, "null", 1_000);
        event("an offer", "ticket.offered", EVES, "null", 1_000);
        event("somebody else's", "match.matched", EVES, "null", 1_000);

        world.record("forgotten", "{\"account\":\"bob\"}");
        world.write();

        assertEquals(List.of("somebody else's"), events());
    }

    @Test
    void aLearnerIsNamedByNoOfferToOthers() {
        event("an offer", "ticket.offered", EVES, "null", 1_000);

        world.record("forgotten", "{\"account\":\"ext_ada\",\"at\":2000}");
        world.write();

        assertEquals(List.of("an offer"), events());
    }

    private static List<String> events() {
        return world.all("select event from webhook_delivery order by event");
    }

    private static void event(String name, String type, String ticket, String accounts, long ms) {
        run("""
                insert into webhook_delivery (webhook, event, type, payload, ms, number, state, next_at, accounts)
                values ('whk_1', '%s', '%s', '{"data":{"ticketId":"%s"}}', %d, 0, 'delivered', now(), %s)""".formatted(name.replace("'", "''"), type, ticket, ms, accounts));
    }

    private static void run(String sql) {
        try (Connection connection = world.connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
