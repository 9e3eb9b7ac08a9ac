package dev.stoa.matchmaking.records.history;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stoa.matchmaking.queue.Ids;
import io.vertx.redis.client.Command;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Two processes write while records pour in, and are killed (kill -9) again and again at any point of what they do. */
class KilledWritersTest {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Random random = new Random();

    @Test
    void eachRecordIsWrittenExactlyOnce() throws Exception {
        killWriters(6);
    }

    @Test
    @Tag("long")
    void eachRecordIsWrittenExactlyOnceThroughAHundredKills() throws Exception {
        killWriters(100);
    }

    private void killWriters(int kills) throws Exception {
        try (HistoryWorld world = new HistoryWorld()) {
            countEveryWrite(world);
            AtomicBoolean pouring = new AtomicBoolean(true);
            AtomicLong records = new AtomicLong();
            Thread producer = Thread.ofPlatform().start(() -> {
                while (pouring.get()) {
                    pour(world, records);
                }
            });
            List<Process> writers = new ArrayList<>(List.of(WriterProcess.start(world), WriterProcess.start(world)));
            try {
                for (int kill = 0; kill < kills; kill++) {
                    killOneAtWork(world, writers, kill % 2);
                }
                pouring.set(false);
                producer.join();
                await().atMost(PATIENCE).until(() -> world.waiting() == 0);
            } finally {
                writers.forEach(Process::destroyForcibly);
            }

            assertTrue(records.get() > 100 * kills, "too little happened: " + records);
            assertEquals(records.get(), world.count("match"));
            assertEquals(records.get(), world.count("write_count"));
            assertEquals(0, world.count("refused_record"));
        }
    }

    /** Kills a writer in the middle of writing: rows come in, and then it has some more moments at random. */
    private void killOneAtWork(HistoryWorld world, List<Process> writers, int victim) throws InterruptedException {
        long before = world.count("match");
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(1 + random.nextInt(50)))
                .until(() -> world.count("match") > before + random.nextInt(200));
        writers.get(victim).destroyForcibly().waitFor();
        writers.set(victim, WriterProcess.start(world));
    }

    private static void pour(HistoryWorld world, AtomicLong records) {
        for (int i = 0; i < 100; i++) {
            String match = HistoryWorld.match(Ids.next("mch_"), "ada", "bob", 2_000);
            world.queue().redis(Command.XADD, "{mm}:records", "*", "kind", "match-ended", "data", match);
            records.incrementAndGet();
        }
    }

    /** Writing a row twice leaves no trace in it, so each write is counted apart, in the same transaction. */
    private static void countEveryWrite(HistoryWorld world) throws SQLException {
        try (Connection connection = world.connect();
                var statement = connection.createStatement()) {
            statement.execute("create table write_count (id text)");
            statement.execute("""
                    create function count_write() returns trigger language plpgsql as
                    $$ begin insert into write_count values (new.id); return new; end $$""");
            statement.execute("create trigger count_write after insert or update on match"
                    + " for each row execute function count_write()");
        }
    }
}
