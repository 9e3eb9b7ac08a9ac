package dev.stoa.matchmaking.meeting.estimate;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stoa.matchmaking.meeting.estimate.SimulatedField.Life;
import dev.stoa.matchmaking.meeting.estimate.SimulatedField.Score;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How often the real wait ends within the interval that was told: about 8 times of 10. */
class CoverageTest {

    private static final int LEARNERS = 4_000;

    private static EstimateScript script;

    @BeforeAll
    static void start() {
        script = new EstimateScript();
    }

    @AfterAll
    static void stop() {
        script.close();
    }

    /** Busy fields: one expert and many, even and uneven calls, patience and none, and experts who come and go. */
    static List<Life> busyFields() {
        return List.of(
                new Life(12, 15, 1, 30, List.of(3)),
                new Life(24, 15, 1, 60, List.of(5)),
                new Life(8, 10, 1, 20, List.of(1)),
                new Life(20, 15, 0.4, 40, List.of(4)),
                new Life(18, 15, 1, 30, List.of(2, 6, 3, 5)));
    }

    @ParameterizedTest
    @MethodSource("busyFields")
    void aboutEightOfTenWaitsEndWithinTheInterval(Life life) {
        Score score = new SimulatedField(life, 7, script).run(LEARNERS);

        assertTrue(score.intervals() > LEARNERS / 2, score::toString);
        assertTrue(score.coverage() >= 0.75 && score.coverage() <= 0.88, score::toString);
    }

    /** Waits of seconds: the ends are rounded to five of them, so more than eight of ten are within. */
    @Test
    void whereHardlyAnybodyWaitsTheIntervalIsShortAndHolds() {
        Score score = new SimulatedField(new Life(6, 10, 1, 60, List.of(4)), 7, script).run(LEARNERS);

        assertTrue(score.coverage() >= 0.9, score::toString);
        assertTrue(score.meanSeconds() <= 30, score::toString);
    }
}
