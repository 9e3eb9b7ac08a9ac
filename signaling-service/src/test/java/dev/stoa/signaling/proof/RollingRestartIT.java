package dev.stoa.signaling.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stoa.signaling.proof.stranger.Event;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Every instance is stopped and started in turn while pairs talk: all are sent elsewhere, and nothing is lost. */
class RollingRestartIT {

    private static final Seed SEED = Seed.of("RollingRestartIT");
    private static final int RESTARTING = 1012;
    /** A connection that nobody answered, and an instance that lets nobody in any more: neither was a session's. */
    private static final Set<Integer> TRIED_IN_VAIN = Set.of(0, 503);

    private static final Duration LONGEST_EXIT = Duration.ofSeconds(25);

    @Test
    void nobodyLosesAnythingWhileAllAreRestarted() {
        restart(Stage.trio(), 20, 1);
    }

    @Test
    @Tag("long")
    void nobodyLosesAnythingWithTheTimesOfADeployment() {
        try (var stage = Stage.of("rolling", 3, Map.of())) {
            restart(stage, 100, 2);
        }
    }

    private static void restart(Stage stage, int pairs, int rounds) {
        var random = SEED.random();
        try (var talk = new Talk(stage, "rolling", pairs, random).begin(Duration.ofMillis(200), random)) {
            var longest = Duration.ZERO;
            for (var i = 0; i < rounds * stage.size(); i++) {
                var exit = stop(stage, i % stage.size());
                longest = exit.compareTo(longest) > 0 ? exit : longest;
                stage.replace(i % stage.size()).awaitReady();
            }

            var verdict = talk.hush(false);

            assertEquals(List.of(), verdict.broken(), talk::lastWords);
            assertEquals(verdict.settled(), verdict.heard());
            var cuts = talk.events()
                    .filter(Event.Cut.class::isInstance)
                    .map(event -> ((Event.Cut) event).code())
                    .filter(code -> !TRIED_IN_VAIN.contains(code))
                    .collect(Collectors.toSet());
            assertEquals(Set.of(RESTARTING), cuts);
            assertTrue(longest.compareTo(LONGEST_EXIT) < 0, "exit took " + longest);
            Figures.of("RollingRestartIT", SEED)
                    .with("restarts", rounds * stage.size())
                    .with("messages", verdict.settled())
                    .with("lost", 0)
                    .with("longest exit, ms", longest.toMillis())
                    .publish();
        }
    }

    private static Duration stop(Stage stage, int place) {
        var asked = System.nanoTime();
        stage.instance(place).signal("TERM");
        stage.instance(place).exitCode();
        return Duration.ofNanos(System.nanoTime() - asked);
    }
}
