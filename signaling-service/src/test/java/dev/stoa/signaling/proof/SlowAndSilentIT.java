package dev.stoa.signaling.proof;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stoa.signaling.rig.Door;
import dev.stoa.signaling.rig.Dribble;
import dev.stoa.signaling.rig.RawSocket;
import dev.stoa.signaling.rig.TestPeer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Pages that do not read, pages that say nothing, and requests that never end harm nobody but themselves. */
class SlowAndSilentIT {

    private static final Seed SEED = Seed.of("SlowAndSilentIT");
    private static final Duration CUT_WITHIN = Duration.ofSeconds(10);
    private static final Duration SHOWN_WITHIN = Duration.ofSeconds(5);
    /** What a build that shares its machine may take beside that. */
    private static final Duration SPARE = Duration.ofSeconds(4);

    private static final Duration WINDOW = Duration.ofSeconds(3);
    private static final int PAIRS = 10;
    private static final int BURST = 150;
    private static final long DRIBBLES_PER_SLOW_READER = 20;

    @Test
    void slowReadersAndWritersAreCutAndSilentPagesShownAndGivenUp() throws Exception {
        misbehave(Stage.pair(), 2, Duration.ZERO, SPARE);
    }

    @Test
    @Tag("long")
    void manySlowOnesHarmNobody() throws Exception {
        try (var stage = Stage.of("slow", 2, Map.of("STOA_ROOM_RESUME_WITHIN", WINDOW.toSeconds() + "s"))) {
            misbehave(stage, 40, Duration.ofSeconds(20), Duration.ZERO);
        }
    }

    private static void misbehave(Stage stage, int slow, Duration calm, Duration spare) throws Exception {
        var random = SEED.random();
        try (var attackers = Executors.newVirtualThreadPerTaskExecutor();
                var talk = new Talk(stage, "others", PAIRS, random).begin(Duration.ofMillis(100), random)) {
            var before = talk.calm(calm);
            var since = System.nanoTime();

            var silent = Thread.ofVirtual().unstarted(() -> silence(stage, SHOWN_WITHIN.plus(spare)));
            var failure = new ArrayList<Throwable>();
            silent.setUncaughtExceptionHandler((thread, problem) -> failure.add(problem));
            silent.start();
            var dribbles = Stream.generate(() -> attackers.submit(() -> dribble(stage)))
                    .limit(DRIBBLES_PER_SLOW_READER * slow)
                    .toList();
            var longest = Duration.ZERO;
            for (var i = 0; i < slow; i++) {
                var cut = cutASlowReader(stage);
                longest = cut.compareTo(longest) > 0 ? cut : longest;
            }
            await().atMost(Duration.ofSeconds(60)).until(() -> !silent.isAlive());
            for (var each : dribbles) {
                assertTrue(each.get().compareTo(CUT_WITHIN) < 0, "cut after " + each.get());
            }

            assertEquals(List.of(), failure);
            var verdict = talk.hush(false);
            assertEquals(List.of(), verdict.broken());
            Figures.of("SlowAndSilentIT", SEED)
                    .with("slow readers", slow)
                    .with("endless requests", dribbles.size())
                    .with("longest until cut, ms", longest.toMillis())
                    .withDelays(before, talk.p99(since))
                    .publish();
        }
    }

    /** A page is sent more than it may leave unread; gives how long it took from the first message. */
    private static Duration cutASlowReader(Stage stage) {
        var room = Door.newRoom();
        try (var ada = TestPeer.join(stage.instance(1).port(), stage.pass(room, "ada"));
                var slow = new RawSocket(stage.instance(0).port(), stage.pass(room, "slow"))) {
            slow.head();
            ada.next("peer-joined");
            var since = System.nanoTime();
            for (var i = 0; i < BURST; i++) {
                ada.offer("slow", "v".repeat(60_000));
            }
            ada.takeAtLeast("peer-reconnecting", 1);
            await().atMost(CUT_WITHIN).until(slow::isCut);
            var took = Duration.ofNanos(System.nanoTime() - since);
            assertTrue(took.compareTo(CUT_WITHIN) < 0, "cut after " + took);
            return took;
        }
    }

    /** Somebody who never comes to the end of asking for a socket. */
    private static Duration dribble(Stage stage) {
        return Dribble.of(stage.instance(0).port(), Dribble.UPGRADE, Dribble.NEVER_ENDING)
                .untilCut(CUT_WITHIN.plusSeconds(5));
    }

    /** A page that reads, but answers no ping. */
    private static void silence(Stage stage, Duration shownWithin) {
        var room = Door.newRoom();
        try (var ada = TestPeer.join(stage.instance(1).port(), stage.pass(room, "ada"));
                var silent = new RawSocket(stage.instance(0).port(), stage.pass(room, "silent"))) {
            silent.head();
            ada.next("peer-joined");
            var since = System.nanoTime();
            assertEquals("silent", ada.next("peer-reconnecting").path("peer").textValue());
            var shown = Duration.ofNanos(System.nanoTime() - since);
            assertTrue(shown.compareTo(shownWithin) < 0, "shown after " + shown);
            assertEquals("lost", ada.next("peer-left").path("reason").textValue());
            var gone = Duration.ofNanos(System.nanoTime() - since);
            assertTrue(gone.compareTo(shownWithin.plus(WINDOW).plusSeconds(2)) < 0, "gone after " + gone);
        }
    }
}
