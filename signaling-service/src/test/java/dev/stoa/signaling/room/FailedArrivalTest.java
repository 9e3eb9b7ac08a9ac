package dev.stoa.signaling.room;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stoa.signaling.rig.Door;
import dev.stoa.signaling.rig.Surroundings;
import dev.stoa.signaling.rig.TestPeer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/** A page that could not be let in because Redis was away. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
@TestProfile(FailedArrivalTest.NobodyWasHereBefore.class)
class FailedArrivalTest {

    /** A service of its own, in which no departure of another test is told again. */
    public static final class NobodyWasHereBefore implements QuarkusTestProfile {}

    @Inject
    Door door;

    @Inject
    Membership membership;

    @Test
    void whoNeverWasInDoesNotHaveToBeTakenOut() {
        try (var redis = door.redis()) {
            var pid = redis.pause();
            try {
                await().until(() -> door.ask("/q/health/ready").startsWith("503"));
                try (var late = TestPeer.open(door.port(), door.printer().pass(Door.newRoom(), "late"))) {
                    assertEquals(1013, late.closeCode());
                }

                assertTrue(membership.isSettled());
            } finally {
                redis.resume(pid);
            }
            await().until(() -> door.ask("/q/health/ready").startsWith("200"));
        }
    }
}
