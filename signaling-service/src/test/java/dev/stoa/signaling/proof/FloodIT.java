package dev.stoa.signaling.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.stoa.signaling.rig.Door;
import dev.stoa.signaling.rig.TestPeer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Who sends far more than it may is cut, and others do not notice. */
class FloodIT {

    private static final Seed SEED = Seed.of("FloodIT");
    private static final Duration CALM = Duration.ofSeconds(20);
    private static final int FLOOD = 4429;
    private static final int PAIRS = 10;
    private static final int MESSAGES = 2_000;

    @Test
    void aFlooderIsCutWhileOthersGetEverything() throws Exception {
        flood("FloodIT", Stage.pair(), 2, 1, Duration.ZERO);
    }

    @Test
    @Tag("long")
    void oneFlooderAfterTheOtherHarmsNobody() throws Exception {
        try (var stage = Stage.of("flood", 2, Map.of())) {
            flood("FloodIT", stage, 200, 1, CALM);
        }
    }

    @Test
    @Tag("long")
    void tenFloodersAtOnceHarmNobody() throws Exception {
        try (var stage = Stage.of("flood", 2, Map.of())) {
            flood("FloodIT, ten at once", stage, 200, 10, CALM);
        }
    }

    private static void flood(String proof, Stage stage, int flooders, int atOnce, Duration calm) throws Exception {
        var random = SEED.random();
        try (var attackers = Executors.newFixedThreadPool(atOnce);
                var talk = new Talk(stage, "others", PAIRS, random).begin(Duration.ofMillis(50), random)) {
            var before = talk.calm(calm);
            var since = System.nanoTime();
            var codes = IntStream.range(0, flooders)
                    .mapToObj(i -> attackers.submit(() -> flood(stage, i % stage.size())))
                    .toList();
            for (var code : codes) {
                assertEquals(FLOOD, code.get());
            }
            var meanwhile = talk.p99(since);

            var verdict = talk.hush(false);
            assertEquals(List.of(), verdict.broken());
            Figures.of(proof, SEED)
                    .with("flooders cut", flooders)
                    .with("others' messages", verdict.heard())
                    .withDelays(before, meanwhile)
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
