package dev.stoa.matchmaking.records.history;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.stoa.matchmaking.records.history.HistoryWorld.Settings;
import io.vertx.redis.client.Command;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How records come from Redis into PostgreSQL, whatever happens to either. */
class WriterTest extends OnAHistory {

    @Test
    void recordsAreWrittenAndThenForgottenInRedis() {
        world.record("match-begun", HistoryWorld.match("mch_1", "ada", "bob", 0));
        world.record("match-in-call", "{\"match\":\"mch_1\",\"at\":1500}");
        world.record("match-ended", HistoryWorld.match("mch_1", "ada", "bob", 2_000));
        world.record("thanked", "{\"match\":\"mch_1\",\"role\":\"learner\",\"at\":2500}");
        world.record("rated", HistoryWorld.rating("mch_1", "ada", "bob", 4));

        world.write();

        assertEquals(
                "mch_1 ada bob 1 1.5 2 left 2.5",
                world.one("select concat_ws(' ', id, learner, expert, extract(epoch from started_at)::float8,"
                        + " extract(epoch from in_call_at)::float8, extract(epoch from ended_at)::float8, reason,"
                        + " extract(epoch from learner_thanked_at)::float8) from match"));
        assertEquals("4 [\"clear\"]", world.one("select stars || ' ' || reasons from rating"));
        assertEquals(0, world.waiting());
    }

    @Test
    void moreThanABatchIsWrittenAtOnce() {
        for (int i = 0; i < 55; i++) {
            world.endedMatch("ada", "bob");
        }

        world.write(world.writer(new Settings(10, 1_000, Duration.ofDays(400))));

        assertEquals(55, world.count("match"));
    }

    @Test
    void theLastWordOnAFavouriteCounts() {
        world.record("favourite", HistoryWorld.relation("ada", "bob"));
        world.record("unfavourite", HistoryWorld.relation("ada", "bob"));
        world.record("block", HistoryWorld.relation("ada", "eve"));
        world.record("favourite", HistoryWorld.relation("ada", "cem"));
        world.write();
        world.record("unfavourite", HistoryWorld.relation("ada", "cem"));
        world.record("favourite", HistoryWorld.relation("ada", "cem"));
        world.record("unblock", HistoryWorld.relation("ada", "eve"));
        world.write();

        assertEquals(List.of("favourite cem"), world.all("select kind || ' ' || other from relation"));
    }

    @Test
    void aTransactionThatFailsAtTheEndHasWrittenNothing() {
        world.endedMatch("ada", "bob");
        world.record("rated", HistoryWorld.rating("mch_1", "ada", "bob", 9));
        world.endedMatch("ada", "bob");

        world.writer(Settings.USUAL).once().await().atMost(Duration.ofSeconds(10));

        assertEquals(0, world.count("match"));
        assertEquals(3, world.waiting());
    }

    @Test
    void aRecordThatCannotBeWrittenIsPutAsideAndTheOthersAreWritten() {
        for (int i = 0; i < 20; i++) {
            world.endedMatch("ada", "bob");
        }
        world.record("rated", HistoryWorld.rating("mch_1", "ada", "bob", 9));
        world.record("unheard-of", "{}");
        for (int i = 0; i < 20; i++) {
            world.endedMatch("ada", "bob");
        }

        world.write();

        assertEquals(40, world.count("match"));
        assertEquals(List.of("rated", "unheard-of"), world.all("select kind from refused_record order by ms, number"));
        assertEquals(0, world.waiting());
    }

    @Test
    void whoeverFindsThePositionLockedSkipsItsTurn() throws SQLException {
        world.endedMatch("ada", "bob");
        try (Connection other = world.connect();
                var statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.executeQuery("select * from position for update");

            assertFalse(world.writer(Settings.USUAL).once().await().atMost(Duration.ofSeconds(5)));
            assertEquals(0, world.count("match"));
            other.rollback();
        }

        world.write();
        assertEquals(1, world.count("match"));
    }

    @Test
    void recordsWaitWhilePostgresIsAway() {
        Writer writer = world.writer(Settings.USUAL);
        world.postgres().takeAway();
        try {
            world.endedMatch("ada", "bob");
            world.write(writer);
            assertEquals(1, world.waiting());
        } finally {
            world.postgres().bringBack();
        }

        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            world.write(writer);
            assertEquals(1, world.count("match"));
        });
    }

    @Test
    void whenTooManyWaitTheOldestAreDroppedAndThatIsCounted() {
        Writer writer = world.writer(new Settings(500, 5, Duration.ofDays(400)));
        double before = world.counted("stoa.history.dropped");
        world.postgres().takeAway();
        try {
            for (int i = 0; i < 8; i++) {
                world.record("match-ended", HistoryWorld.match("mch_" + i, "ada", "bob", 2_000));
            }
            world.write(writer);
            assertEquals(5, world.waiting());
            assertEquals(3, world.counted("stoa.history.dropped") - before);
        } finally {
            world.postgres().bringBack();
        }

        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            world.write(writer);
            assertEquals(
                    List.of("mch_3", "mch_4", "mch_5", "mch_6", "mch_7"),
                    world.all("select id from match order by id"));
        });
    }

    private static String rating(String account) {
        return world.queue()
                .redis(Command.HMGET, "{mm}:rating:" + account, "sum", "count")
                .toString();
    }
}
