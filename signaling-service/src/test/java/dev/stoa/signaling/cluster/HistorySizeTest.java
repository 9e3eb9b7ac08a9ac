package dev.stoa.signaling.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stoa.signaling.rig.Door;
import dev.stoa.signaling.rig.Surroundings;
import dev.stoa.signaling.rig.TestPeer;
import dev.stoa.signaling.rig.TestRedis;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.redis.client.Command;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is kept of a room is bounded in bytes as well, and what is no longer kept is never passed over. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class HistorySizeTest {

    private static final int LARGE = 58_000;
    private static final int MOST_BYTES = 2 * 1024 * 1024 + 2 * LARGE;

    @Inject
    Door door;

    @Test
    void largeMessagesPushOldOnesOutAndTheLastMebibyteStays() {
        var room = Door.newRoom();
        try (var ada = door.join(room, "ada");
                var bob = TestPeer.open(door.port(), door.printer().pass(room, "bob"));
                var redis = door.redis()) {
            var welcome = bob.next("welcome");
            ada.next("peer-joined");
            var last = 0L;
            for (var i = 0; i < 60; i++) {
                ada.offer("bob", "v".repeat(LARGE));
                last = bob.next("description").path("seq").longValue();
                assertTrue(bytes(redis, room) <= MOST_BYTES, "after " + i);
            }

            try (var tooLate =
                    TestPeer.comeBack(door.port(), welcome, welcome.path("seq").longValue())) {
                assertEquals(4404, tooLate.closeCode());
                assertEquals(List.of(), tooLate.rest());
            }
            var enough = 1024 * 1024 / LARGE;
            try (var inTime = TestPeer.comeBack(door.port(), welcome, last - enough)) {
                inTime.next("resumed");
                assertEquals(enough, inTime.takeAtLeast("description", enough).size());
            }
        }
    }

    @Test
    void ofSmallMessagesAsManyStayAsAreSetWhateverWasLargeBefore() {
        var room = Door.newRoom();
        try (var ada = door.join(room, "ada");
                var bob = door.join(room, "bob");
                var redis = door.redis()) {
            ada.next("peer-joined");
            for (var i = 0; i < 30; i++) {
                ada.offer("bob", "v".repeat(LARGE));
                bob.next("description");
            }
            var stream = Keys.stream(room);
            var before = redis.run(Command.XLEN, stream).toLong();

            for (var i = 0; i < 150; i++) {
                ada.chat("m" + i);
                bob.next("chat");
            }

            assertEquals(before + 150, redis.run(Command.XLEN, stream).toLong());
        }
    }

    private static long bytes(TestRedis redis, String room) {
        return redis.run(Command.XRANGE, Keys.stream(room), "-", "+").stream()
                .mapToLong(entry -> entry.get(1).get(1).toString().length())
                .sum();
    }
}
