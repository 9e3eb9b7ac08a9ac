package dev.stoa.signaling.ice;

import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stoa.signaling.rig.Fleet;
import org.junit.jupiter.api.Test;

class IceStartIT {

    @Test
    void anAddressThatNoBrowserTakesStopsTheStartWithASentence() {
        try (var fleet = new Fleet();
                var instance = fleet.start("ice", "STOA_ICE_TURN_URLS", "turn:a:3478,turn//b:3478")) {
            assertNotEquals(0, instance.exitCode());
            assertTrue(
                    instance.log().contains("stoa.ice.turn-urls: write stun:host:port, turn:host:port"),
                    instance.log());
        }
    }
}
