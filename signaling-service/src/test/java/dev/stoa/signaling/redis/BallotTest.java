package dev.stoa.signaling.redis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class BallotTest {

    private static final Optional<RedisAddress> OLD = Optional.of(new RedisAddress("10.0.0.1", 6379));
    private static final Optional<RedisAddress> NEW = Optional.of(new RedisAddress("10.0.0.2", 6379));
    private static final Optional<RedisAddress> SILENCE = Optional.empty();

    private final Ballot ballot = new Ballot(3);

    @Test
    void twoOfThreeDecide() {
        ballot.cast(NEW);
        assertFalse(ballot.isDecided());

        ballot.cast(NEW);

        assertTrue(ballot.isDecided());
        assertEquals(NEW, ballot.winner());
    }

    @Test
    void oneThatWasCutOffIsOutvoted() {
        ballot.cast(OLD);
        ballot.cast(NEW);
        assertFalse(ballot.isDecided());

        ballot.cast(NEW);

        assertEquals(NEW, ballot.winner());
    }

    @Test
    void whoCanBeHeardDecidesWhenTheOthersCannot() {
        ballot.cast(SILENCE);
        ballot.cast(NEW);
        assertFalse(ballot.isDecided());

        ballot.cast(SILENCE);

        assertTrue(ballot.isDecided());
        assertEquals(NEW, ballot.winner());
    }

    @Test
    void ifNobodyKnowsThereIsNoPrimary() {
        ballot.cast(SILENCE);
        ballot.cast(SILENCE);
        ballot.cast(SILENCE);

        assertTrue(ballot.isDecided());
        assertEquals(Optional.empty(), ballot.winner());
    }

    @Test
    void aSingleSentinelDecidesAlone() {
        var alone = new Ballot(1);

        alone.cast(OLD);

        assertTrue(alone.isDecided());
        assertEquals(OLD, alone.winner());
    }

    @Test
    void addressesOfIpv6StandInBrackets() {
        assertEquals("[fd00::1]:6379", new RedisAddress("fd00::1", 6379).toString());
        assertEquals("redis-1:6379", new RedisAddress("redis-1", 6379).toString());
    }
}
