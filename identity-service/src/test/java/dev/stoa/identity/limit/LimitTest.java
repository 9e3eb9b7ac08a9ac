package dev.stoa.identity.limit;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stoa.identity.problem.Problem;
import io.quarkiverse.resteasy.problem.HttpProblem;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class LimitTest {

    private long now = Long.MAX_VALUE - Duration.ofSeconds(5).toNanos();
    private final Limit limit = new Limit(3, Duration.ofSeconds(6), () -> now);

    @Test
    void oneMoreThanFitsIsRefusedUntilATokenIsBack() {
        for (int i = 0; i < 3; i++) {
            limit.countOwn("ada");
        }

        assertEquals("2", refused("ada"));
        now += Duration.ofMillis(1_500).toNanos();
        assertEquals("1", refused("ada"));
        now += Duration.ofMillis(500).toNanos();
        limit.countOwn("ada");
        assertEquals("2", refused("ada"));
        assertDoesNotThrow(() -> limit.countOwn("eve"));
    }

    @Test
    void afterAWhileAllTokensAreBackAndNoMore() {
        limit.countOwn("ada");
        now += Duration.ofDays(1).toNanos();
        for (int i = 0; i < 3; i++) {
            limit.countOwn("ada");
        }

        assertEquals("2", refused("ada"));
    }

    @Test
    void administratorsMayDoTenTimesAsMuch() {
        for (int i = 0; i < 30; i++) {
            limit.countAdministrators("ada");
        }

        assertThrows(HttpProblem.class, () -> limit.countAdministrators("ada"));
        assertDoesNotThrow(() -> limit.countOwn("ada"));
    }

    @Test
    void zeroMeansThatNobodyCounts() {
        var none = new Limit(0, Duration.ofSeconds(6), () -> now);

        for (int i = 0; i < 1_000; i++) {
            none.countOwn("ada");
        }
    }

    private String refused(String account) {
        var problem = assertThrows(HttpProblem.class, () -> limit.countOwn(account));
        assertTrue(Problem.QUOTA_EXCEEDED.is(problem));
        return problem.getHeaders().get("Retry-After").toString();
    }
}
