package dev.stoa.matchmaking.records.history;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.stoa.matchmaking.records.history.HistoryWorld.Settings;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What people have said is kept for a limited time, and nothing points at an account that was deleted. */
class PrivacyTest extends OnAHistory {

    @Test
    void whatWasKeptLongEnoughIsDeletedAndItsStarsStillCount() {
        world.record("match-ended", HistoryWorld.match("mch_1", "ada", "bob", 2_000));
        world.record(
                "match-ended", HistoryWorld.match("mch_2", "ada", "bob", 2_000).replace("\"1000\"", now()));
        world.record("rated", HistoryWorld.rating("mch_1", "ada", "bob", 4));
        world.record("rated", HistoryWorld.rating("mch_0", "eve", "bob", 2));
        world.record("rated", HistoryWorld.rating("mch_2", "ada", "bob", 5).replace("1000", now()));
        world.record("ticket-over", ticket("tkt_1", "ada"));
        world.record("favourite", HistoryWorld.relation("ada", "bob"));
        world.write();

        purge();
        purge();

        assertEquals(List.of("mch_2"), world.all("select id from match"));
        assertEquals(List.of("mch_2"), world.all("select match from rating"));
        assertEquals("bob 6 2", world.one("select concat_ws(' ', about, stars, count) from old_ratings"));
        assertEquals(0, world.count("ticket"));
        assertEquals(1, world.count("relation"));
        world.queue().redis(Command.FLUSHALL);
        world.write();
        assertEquals(
                "[11, 3]",
                world.queue()
                        .redis(Command.HMGET, "{mm}:rating:bob", "sum", "count")
                        .toString());
    }

    @Test
    void aDeletedAccountIsTakenOutOfEverything() {
        world.record("match-ended", HistoryWorld.match("mch_1", "ada", "bob", 2_000));
        world.record("match-ended", HistoryWorld.match("mch_2", "bob", "ada", 2_000));
        world.record(
                "rated",
                HistoryWorld.rating("mch_1", "ada", "bob", 4).replace("\"stars\"", "\"words\":\"!\",\"stars\""));
        world.record("rated", HistoryWorld.rating("mch_2", "bob", "ada", 4));
        world.record("favourite", HistoryWorld.relation("ada", "bob"));
        world.record("block", HistoryWorld.relation("bob", "ada"));
        world.record("block", HistoryWorld.relation("bob", "eve"));
        world.record("ticket-over", ticket("tkt_1", "ada"));
        world.record("forgotten", "{\"account\":\"ada\"}");

        world.write();

        assertEquals(
                List.of("mch_1  bob  Bob ", "mch_2 bob  Ada  A loop"),
                world.all(
                        "select id || ' ' || coalesce(learner, '') || ' ' || coalesce(expert, '') || ' ' || learner_name"
                                + " || ' ' || expert_name || ' ' || problem from match order by id"));
        assertEquals(
                List.of("mch_1  bob "),
                world.all("select match || ' ' || coalesce(account, '') || ' ' || about || ' ' || coalesce(words, '')"
                        + " from rating"));
        assertEquals(
                List.of("ada: ", "eve: Bob"),
                world.all("select other || ': ' || other_name from relation order by other"));
        assertEquals(List.of(" "), world.all("select coalesce(account, '') || ' ' || problem from ticket"));
    }

    @Test
    void aMatchThatEndsAfterItsLearnerWasDeletedBringsNothingBack() {
        world.record("match-begun", HistoryWorld.match("mch_1", "ada", "bob", 0));
        world.record("forgotten", "{\"account\":\"ada\"}");
        world.record("match-ended", HistoryWorld.match("mch_1", "ada", "bob", 2_000));

        world.write();

        assertEquals(List.of("mch_1  left"), world.all("select id || ' ' || learner_name || ' ' || reason from match"));
        assertEquals(0, Long.parseLong(world.one("select count(learner) from match")));
    }

    private static void purge() {
        Vertx vertx = Vertx.vertx();
        new Purge(vertx, world.database(), new Settings(500, 500_000, Duration.ofDays(400)))
                .once()
                .await()
                .atMost(Duration.ofSeconds(10));
        vertx.close();
    }

    private static String now() {
        return String.valueOf(System.currentTimeMillis());
    }

    private static String ticket(String id, String account) {
        return """
                {"id":"%s","account":"%s","field":"0613","fieldName":"Software","languages":"[\\"en\\"]","problem":"A loop",
                "state":"cancelled","reason":"by-learner","createdAt":"1000","at":2000}""".formatted(id, account);
    }
}
