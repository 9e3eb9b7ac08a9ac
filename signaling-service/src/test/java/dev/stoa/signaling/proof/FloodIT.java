package dev.stoa.signaling.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.stoa.signaling.rig.Door;
import dev.stoa.signaling.rig.TestPeer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Who sends far more than it may is cut, and others do not notice. */
class FloodIT {

    private static final Seed SEED = Seed.of("FloodIT");
    private static final int FLOOD = 4429;
    private static final int PAIRS = 10;
    private static final int MESSAGES = 2_000;

    @Test
    void aFlooderIsCutWhileOthersGetEverything() {
        flood(Stage.pair(), 2, Duration.ZERO);
    }

    @Test
    @Tag("long")
    void oneFlooderAfterTheOtherHarmsNobody() {
        try (var stage = Stage.of("flood", 2, Map.of())) {
            flood(stage, 200, Duration.ofSeconds(20));
        }
    }

    private static void flood(Stage stage, int flooders, Duration calm) {
        var random = SEED.random();
        try (var talk = new Talk(stage, "others", PAIRS, random).begin(Duration.ofMillis(50), random)) {
            LockSupport.parkNanos(calm.toNanos());
            var before = calm.isZero() ? Duration.ZERO : talk.p99(0);
            var since = System.nanoTime();
            for (var i = 0; i < flooders; i++) {
                assertEquals(FLOOD, flood(stage, i % stage.size()));
            }
            var meanwhile = talk.p99(since);

            var verdict = talk.hush(false);
            assertEquals(List.of(), verdict.broken());
            Figures.of("FloodIT", SEED)
                    .with("flooders cut", flooders)
                    .with("others' messages", verdict.heard())
                    .with("others' p99 before, ms", before.toMillis())
                    .with("others' p99 meanwhile, ms", meanwhile.toMillis())
                    .publish();
        }
    }

    /** Sends as fast as it can; gives the code with which it is closed. */
    private static int flood(Stage stage, int place) {
        var room = Door.newRoom();
        try (var flooder = TestPeer.join(stage.instance(place).port(), stage.pass(room, "flooder"))) {
            for (var i = 0; i < MESSAGES && !flooder.isClosed(); i++) {
                sendUnlessClosed(flooder);
            }
            return flooder.closeCode();
        }
    }

    private static void sendUnlessClosed(TestPeer flooder) {
        try {
            flooder.chat("me");
        } catch (CompletionException closed) {
            // Between the question and the message; the code says how.
        }
    }
}
