package dev.stoa.signaling.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stoa.signaling.proof.stranger.Event;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Instances are killed without a word, again and again, while pairs talk: nothing is lost, seen twice or out of order. */
class InstancesKilledIT {

    private static final Seed SEED = Seed.of("InstancesKilledIT");

    private static final Duration GAP = Duration.ofMillis(100);

    @Test
    void nothingIsLostWhileInstancesAreKilled() {
        killWhileTalking(Stage.trio(), 20, 3, 3_000);
    }

    @Test
    @Tag("long")
    void nothingIsLostOverAHundredThousandMessages() {
        try (var stage = Stage.of("killed", 3, Map.of())) {
            killWhileTalking(stage, 60, 30, 100_000);
        }
    }

    private static void killWhileTalking(Stage stage, int pairs, int kills, int messages) {
        var random = SEED.random();
        try (var talk = new Talk(stage, "killed", pairs, random).begin(GAP, random)) {
            var killed = 0;
            while (killed < kills || talk.said() < messages) {
                var place = killed % stage.size();
                stage.instance(place).signal("KILL");
                killed++;
                stage.replace(place).awaitReady();
            }

            var verdict = talk.hush(false);

            assertEquals(List.of(), verdict.broken());
            assertTrue(verdict.settled() >= messages, verdict.settled() + " messages");
            assertEquals(verdict.settled(), verdict.heard());
            var resumed = talk.events().filter(Event.CameBack.class::isInstance).count();
            assertTrue(resumed > kills, resumed + " sessions resumed");
            Figures.of("InstancesKilledIT", SEED)
                    .with("messages", verdict.settled())
                    .with("kills", killed)
                    .with("resumed", resumed)
                    .with("lost, doubled, out of order", 0)
                    .publish();
        }
    }
}
