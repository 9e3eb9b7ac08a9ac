package dev.stoa.signaling.socket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BudgetTest {

    private final Budget budget = new Budget(SocketDefaults.CONFIG, 0);

    @Test
    void aBurstPassesAndTheNextIsRefused() {
        assertEquals(200, accepted(250, 0));
    }

    @Test
    void theBucketFillsAgainAtItsRate() {
        accepted(200, 0);

        assertEquals(50, accepted(60, Duration.ofSeconds(1).toNanos()));
    }

    @Test
    void theBucketNeverHoldsMoreThanABurst() {
        assertEquals(200, accepted(250, Duration.ofHours(1).toNanos()));
    }

    @Test
    void whoDoesNotStopIsCut() {
        accepted(200, 0);

        assertEquals(100, verdicts(100, 0).filter(Budget.Verdict.REFUSE::equals).count());
        assertEquals(Budget.Verdict.CLOSE, budget.spend(0));
    }

    @Test
    void twentyBadMessagesAreForgiven() {
        assertEquals(
                20,
                Stream.generate(() -> budget.bad(0))
                        .limit(20)
                        .filter(Budget.Verdict.REFUSE::equals)
                        .count());
        assertEquals(Budget.Verdict.CLOSE, budget.bad(0));
    }

    @Test
    void inAMinuteAllIsForgiven() {
        var later = Duration.ofMinutes(1).toNanos();
        accepted(300, 0);
        Stream.generate(() -> budget.bad(0)).limit(20).toList();

        assertFalse(budget.isUntouched(0));
        assertTrue(budget.isUntouched(later));
        assertEquals(Budget.Verdict.REFUSE, budget.bad(later));
    }

    private long accepted(int messages, long now) {
        return verdicts(messages, now).filter(Budget.Verdict.ACCEPT::equals).count();
    }

    private Stream<Budget.Verdict> verdicts(int messages, long now) {
        return Stream.generate(() -> budget.spend(now)).limit(messages);
    }
}
