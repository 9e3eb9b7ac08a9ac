package dev.stoa.matchmaking.meeting.rooms;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class PulseTest {

    private static final long PATIENCE = Pulse.PATIENCE.toNanos();

    private final Pulse pulse = new Pulse();

    @Test
    void aClockThatWasNeverSeenToMoveProvesNothing() {
        assertFalse(pulse.isFelt("100", 0));
        assertFalse(pulse.isFelt("100", 1));

        assertTrue(pulse.isFelt("850", 2));
    }

    @Test
    void aClockThatStandsStillForLongIsNobodys() {
        pulse.isFelt("100", 0);
        assertTrue(pulse.isFelt("850", 1));

        assertTrue(pulse.isFelt("850", PATIENCE));
        assertFalse(pulse.isFelt("850", PATIENCE + 1));

        assertTrue(pulse.isFelt("9000", PATIENCE + 2));
    }
}
