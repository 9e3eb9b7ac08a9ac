package dev.stoa.matchmaking.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whatever clients do, and whichever instance or Redis dies or stands still: nobody is matched twice, nothing is lost. */
class QueueHistoryIT {

    private static final Seed SEED = Seed.of("QueueHistoryIT");

    @Test
    void theQueueIsNeverWrongForAWhile() {
        long end = System.nanoTime() + Duration.ofSeconds(25).toNanos();
        play(60, 20, operations -> System.nanoTime() > end, 3_000);
    }

    @Test
    @Tag("long")
    void theQueueIsNeverWrongOverAMillionOperations() {
        play(120, 1, operations -> operations >= 1_000_000, 1_000_000);
    }

    private static void play(int clients, int pauseMs, Play.Until until, int operations) {
        try (Stage stage = new Stage("history", 3, List.of())) {
            Play.Outcome outcome = new Play(stage, SEED).run(clients, pauseMs, until);

            Verdict verdict = outcome.verdict();
            Figures.of("QueueHistoryIT", SEED).outcome(outcome).publish();
            assertEquals(List.of(), verdict.wrongs());
            assertTrue(verdict.operations() >= operations, "too little happened: " + verdict);
            assertTrue(verdict.matches() > verdict.operations() / 100, "too few matches: " + verdict);
        }
    }
}
