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
        play(60, 20, 3_000, 3, Duration.ofMinutes(10));
    }

    @Test
    @Tag("long")
    void theQueueIsNeverWrongOverAMillionOperations() {
        play(120, 1, 1_000_000, 200, atMost(120));
    }

    /** How long it may take; what was not done by then is missing in the figures. */
    private static Duration atMost(int minutes) {
        return Duration.ofMinutes(Integer.getInteger("minutes", minutes));
    }

    private static void play(int clients, int pauseMs, int operations, int troubles, Duration atMost) {
        try (Stage stage = new Stage("history", 3, List.of())) {
            Play.Outcome outcome = new Play(stage, SEED).run(clients, pauseMs, operations, troubles, atMost);

            Verdict verdict = outcome.verdict();
            Figures.of("QueueHistoryIT", SEED).outcome(outcome).publish();
            assertEquals(List.of(), verdict.wrongs());
            assertEquals(
                    0,
                    verdict.late(),
                    "offers over more than 15 s after their deadline, which stands still while Redis is away");
            assertTrue(verdict.matches() > verdict.operations() / 200, "too few matches: " + verdict);
        }
    }
}
