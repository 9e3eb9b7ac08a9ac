package dev.stoa.matchmaking.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class StandstillTest {

    @Test
    void looksInTimeJudge() {
        assertEquals(List.of(true, true, true), judged(100, 200, 350));
    }

    @Test
    void afterALongPauseAnswersGetAMomentToBeRead() {
        assertEquals(List.of(true, false, false, false, true), judged(100, 5_100, 5_200, 5_300, 5_400));
    }

    @Test
    void whereAllLooksAreLateASilentRedisIsStillFound() {
        assertEquals(List.of(false, true, false, true), judged(1_000, 2_000, 3_000, 4_000));
    }

    @Test
    void aClockThatHasRunOverIsNoPause() {
        var standstill = new Standstill(Long.MAX_VALUE - 10);

        assertEquals(true, standstill.isOver(Long.MIN_VALUE + 10));
    }

    /** What looks at these times, in milliseconds, may do. */
    private static List<Boolean> judged(long... times) {
        var standstill = new Standstill(0);
        return Arrays.stream(times)
                .map(time -> time * 1_000_000)
                .mapToObj(standstill::isOver)
                .toList();
    }
}
