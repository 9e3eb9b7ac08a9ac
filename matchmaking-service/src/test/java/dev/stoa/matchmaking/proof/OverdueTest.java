package dev.stoa.matchmaking.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class OverdueTest {

    private final Overdue overdue = new Overdue();

    @Test
    void anOfferMayOutliveItsDeadlineByFifteenSeconds() {
        overdue.add(0, 2_000, 17_000);
        assertEquals(0, overdue.late(List.of()));

        overdue.add(0, 2_000, 17_001);
        assertEquals(1, overdue.late(List.of()));
        assertEquals(15_001, overdue.longest(List.of()));
    }

    @Test
    void timeInWhichRedisWasAwayDoesNotCount() {
        overdue.add(0, 2_000, 20_000);

        assertEquals(9_000, overdue.longest(List.of(new Outage(1_000, 10_000))));
        assertEquals(0, overdue.late(List.of(new Outage(1_000, 10_000))));
    }

    @Test
    void timeBeforeItWasMadeAndAfterItWasOverCounts() {
        overdue.add(5_000, 7_000, 30_000);

        var outages = List.of(new Outage(1_000, 6_000), new Outage(29_000, 40_000));
        assertEquals(21_000, overdue.longest(outages));
        assertEquals(1, overdue.late(outages));
    }
}
