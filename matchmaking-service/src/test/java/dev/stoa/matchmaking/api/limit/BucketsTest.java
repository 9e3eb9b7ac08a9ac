package dev.stoa.matchmaking.api.limit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class BucketsTest {

    private static final Quota TEN_A_SECOND = new Quota(10, Duration.ofSeconds(1));

    private final AtomicLong clock = new AtomicLong(Long.MAX_VALUE - 5);
    private final Buckets buckets = new Buckets(clock::get);

    @Test
    void aFullBucketIsGoodForItsWholeContentAtOnceAndForNoMore() {
        for (int left = 9; left >= 0; left--) {
            Verdict verdict = buckets.take("ada", TEN_A_SECOND);
            assertTrue(verdict.allowed());
            assertEquals(left, verdict.remaining());
        }
        Verdict refused = buckets.take("ada", TEN_A_SECOND);

        assertFalse(refused.allowed());
        assertEquals(0, refused.remaining());
        assertEquals(Duration.ofMillis(100), refused.retryAfter());
        assertEquals("\"default\";r=0;t=1", refused.state());
        assertEquals("1", refused.retrySeconds());
    }

    @Test
    void itFillsUpEvenly() {
        for (int i = 0; i < 10; i++) {
            buckets.take("ada", TEN_A_SECOND);
        }
        clock.addAndGet(Duration.ofMillis(99).toNanos());
        assertFalse(buckets.take("ada", TEN_A_SECOND).allowed());
        clock.addAndGet(Duration.ofMillis(1).toNanos());
        assertTrue(buckets.take("ada", TEN_A_SECOND).allowed());
        assertFalse(buckets.take("ada", TEN_A_SECOND).allowed());
        clock.addAndGet(Duration.ofHours(1).toNanos());
        assertEquals(9, buckets.take("ada", TEN_A_SECOND).remaining());
    }

    @Test
    void refusedRequestsCostNothing() {
        for (int i = 0; i < 1_000; i++) {
            buckets.take("ada", TEN_A_SECOND);
        }
        clock.addAndGet(Duration.ofMillis(100).toNanos());
        assertTrue(buckets.take("ada", TEN_A_SECOND).allowed());
    }

    @Test
    void everyCallerHasABucketOfItsOwnAndTheirNumberIsBounded() {
        for (int i = 0; i < 120_000; i++) {
            assertTrue(buckets.take("account-" + i, TEN_A_SECOND).allowed());
        }
        assertEquals(100_000, buckets.size());
    }
}
