package dev.stoa.signaling.proof;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stoa.signaling.proof.stranger.Event;
import dev.stoa.signaling.proof.stranger.Pace;
import dev.stoa.signaling.proof.stranger.StrangerClient;
import dev.stoa.signaling.rig.TestPeer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An instance dies, and all its pages come to the other at once: with their sessions, and without asking for a pass. */
class ReconnectStormIT {

    private static final Seed SEED = Seed.of("ReconnectStormIT");
    private static final Duration PROMISED = Duration.ofSeconds(10);
    private static final int PERCENT = 99;
    private static final int AT_ONCE = 200;
    /** What 5,000 sockets need: three fifths of the 512 MiB that a deployment gives. */
    private static final String AS_DEPLOYED = "-Xmx307m -Xmn64m -XX:+UseSerialGC -XX:TieredStopAtLevel=1";

    @Test
    void threeHundredPagesAreBackWithinTenSeconds() {
        storm(Stage.trio(), 300);
    }

    @Test
    @Tag("long")
    void fiveThousandPagesAreBackWithinTenSeconds() {
        try (var stage = Stage.of("storm", 2, Map.of("JAVA_TOOL_OPTIONS", AS_DEPLOYED))) {
            storm(stage, 5_000);
            assertFalse(
                    stage.instance(1).log().contains("connection to Redis is down"), "it doubts a Redis that is well");
        }
    }

    private static void storm(Stage stage, int pages) {
        var random = SEED.random();
        var place = new AtomicInteger();
        var passes = new AtomicInteger();
        var clients = new ArrayList<StrangerClient>();
        try {
            for (var i = 0; i < pages; i++) {
                var room = "storm-" + i / 2;
                var peer = "page-" + i;
                clients.add(new StrangerClient(
                        TestPeer.ORIGIN,
                        () -> stage.instance(place.get()).port(),
                        () -> {
                            passes.incrementAndGet();
                            return stage.pass(room, peer);
                        },
                        Pace.documented(),
                        random.split()));
                if (i % AT_ONCE == 0) {
                    awaitPresent(clients);
                }
            }
            awaitPresent(clients);
            var passesAsked = passes.get();
            var keysAsked = stage.keys().timesAsked();

            place.set(1);
            var killed = System.nanoTime();
            stage.instance(0).signal("KILL");
            awaitPresentAgain(clients, killed);

            var back = clients.stream()
                    .map(client -> cameBack(client, killed))
                    .sorted()
                    .toList();
            var most = back.get(pages * PERCENT / 100 - 1);
            assertTrue(most.compareTo(PROMISED) <= 0, PERCENT + " % were back after " + most);
            assertEquals(passesAsked, passes.get());
            assertEquals(keysAsked, stage.keys().timesAsked());
            Figures.of("ReconnectStormIT", SEED)
                    .with("pages", pages)
                    .with("99 % back, ms", most.toMillis())
                    .with("all back, ms", back.getLast().toMillis())
                    .with("passes asked for", passes.get() - passesAsked)
                    .publish();
        } finally {
            clients.forEach(StrangerClient::close);
        }
    }

    private static void awaitPresent(List<StrangerClient> clients) {
        await().atMost(Duration.ofSeconds(60)).until(() -> clients.stream().allMatch(StrangerClient::isPresent));
    }

    private static void awaitPresentAgain(List<StrangerClient> clients, long since) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> clients.stream().allMatch(client -> cameBackEvents(client, since) > 0));
    }

    private static long cameBackEvents(StrangerClient client, long since) {
        return client.history().stream()
                .filter(event -> event instanceof Event.CameBack && event.at() > since)
                .count();
    }

    private static Duration cameBack(StrangerClient client, long since) {
        return client.history().stream()
                .filter(event -> event instanceof Event.CameBack && event.at() > since)
                .map(event -> Duration.ofNanos(event.at() - since))
                .findFirst()
                .orElseThrow();
    }
}
