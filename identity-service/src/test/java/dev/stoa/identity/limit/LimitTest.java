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
    private final Limit limit = limit(5, 3);

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
        var none = limit(0, 0);

        for (int i = 0; i < 1_000; i++) {
            none.countOwn("ada");
            none.countRequest("ada");
        }
    }

    @Test
    void requestsOfAccountsAndOfSessionsAreCountedByThemselves() {
        for (int i = 0; i < 5; i++) {
            limit.countRequest("ada");
            limit.countSession("ada");
        }

        assertThrows(HttpProblem.class, () -> limit.countRequest("ada"));
        assertThrows(HttpProblem.class, () -> limit.countSession("ada"));
        assertDoesNotThrow(() -> limit.countOwn("ada"));
        assertDoesNotThrow(() -> limit.countRequest("eve"));
    }

    private Limit limit(int requests, int changes) {
        var window = Duration.ofSeconds(6);
        return new Limit(new Limit.Rate(requests, window), new Limit.Rate(changes, window), () -> now);
    }

    private String refused(String account) {
        var problem = assertThrows(HttpProblem.class, () -> limit.countOwn(account));
        assertTrue(Problem.QUOTA_EXCEEDED.is(problem));
        return problem.getHeaders().get("Retry-After").toString();
    }
}
