package dev.stoa.matchmaking.records.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.redis.client.Command;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What PostgreSQL has keeps records right, and brings back what matching needs, when Redis has lost something. */
class LostRedisTest extends OnAHistory {

    @Test
    void whatWasWrittenButNotForgottenIsNotWrittenAgain() {
        String kept = world.record("match-ended", HistoryWorld.match("mch_1", "ada", "bob", 2_000));
        world.write();
        world.queue().redis(Command.DEL, "{mm}:records");
        world.record(kept, "match-ended", HistoryWorld.match("mch_2", "ada", "bob", 2_000));

        world.write();

        assertEquals(List.of("mch_1"), world.all("select id from match"));
        assertEquals(0, world.waiting());
    }

    @Test
    void aRedisThatWasEmptiedAndCountsFromTheStartDoesNotStopTheWriter() {
        world.endedMatch("ada", "bob");
        world.write();
        world.queue().redis(Command.FLUSHALL);
        world.record("1-1", "match-ended", HistoryWorld.match("mch_1", "ada", "bob", 2_000));

        world.write();
        world.record("1-2", "match-ended", HistoryWorld.match("mch_2", "ada", "bob", 2_000));
        world.write();

        assertEquals(3, world.count("match"));
    }

    @Test
    void aReplicaThatLaggedIsReadFromItsStart() {
        world.endedMatch("ada", "bob");
        world.write();
        world.queue().redis(Command.DEL, "{mm}:records");
        world.record("1-1", "match-ended", HistoryWorld.match("mch_1", "ada", "bob", 2_000));

        world.write();

        assertEquals(2, world.count("match"));
    }

    @Test
    void anEmptiedRedisGetsFavouritesBlocksAndRatingsBack() {
        for (int i = 0; i < 700; i++) {
            world.record("block", HistoryWorld.relation("ada", "blocked-" + i));
            world.record("rated", HistoryWorld.rating("mch_" + i, "ada", "expert-" + i % 600, 5));
        }
        world.record("favourite", HistoryWorld.relation("ada", "bob"));
        world.write();
        world.queue().redis(Command.FLUSHALL);
        world.queue().redis(Command.HSET, "{mm}:rating:expert-1", "sum", 1, "count", 1);

        world.write();

        assertTrue(isMember("favourites:ada", "bob"));
        assertTrue(isMember("blocks:ada", "blocked-699"));
        assertTrue(isMember("blocks:blocked-0", "ada"));
        assertEquals(700, world.queue().redis(Command.SCARD, "{mm}:blocked:ada").toInteger());
        assertEquals("[11, 3]", rating("expert-1"));
        assertEquals("[5, 1]", rating("expert-599"));
    }

    @Test
    void bringingBackGoesOnWhereADeadInstanceLeftOff() {
        for (int i = 0; i < 1_100; i++) {
            world.record("rated", HistoryWorld.rating("mch_" + i, "ada", "expert-" + i, 5));
        }
        world.write();
        world.queue().redis(Command.FLUSHALL);
        Records dying = new Records(world.queue().steps());
        dying.seed("", "b:expert-1", "", List.of("rating", "expert-0", "5", "1", "rating", "expert-1", "5", "1"))
                .await()
                .atMost(Duration.ofSeconds(5));

        assertFalse(dying.seed("", "b:expert-1", "", List.of("rating", "expert-0", "5", "1"))
                .await()
                .atMost(Duration.ofSeconds(5)));
        world.write();

        assertEquals("[5, 1]", rating("expert-0"));
        assertEquals("[5, 1]", rating("expert-1"));
        assertEquals("[5, 1]", rating("expert-1099"));
    }

    private static boolean isMember(String key, String member) {
        return world.queue().redis(Command.SISMEMBER, "{mm}:" + key, member).toInteger() == 1;
    }

    private static String rating(String account) {
        return world.queue()
                .redis(Command.HMGET, "{mm}:rating:" + account, "sum", "count")
                .toString();
    }
}
