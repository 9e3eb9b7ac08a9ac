package dev.stoa.matchmaking.records.webhook;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stoa.matchmaking.support.Receiver;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Two processes write events down and send them, and are killed (kill -9) again and again at any point of what they do. */
class KilledCallersTest {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int KILLS = 5;

    private final Random random = new Random();

    @Test
    void everyEventIsWrittenDownOnceAndArrives() throws InterruptedException {
        try (WebhookWorld world = new WebhookWorld();
                Receiver receiver = new Receiver()) {
            Set<Integer> arrived = ConcurrentHashMap.newKeySet();
            receiver.answering((request, call) -> {
                arrived.add(WebhookWorld.number(call));
                request.response().setStatusCode(204).end();
            });
            world.create("int_school", receiver);
            List<Process> callers = new ArrayList<>(List.of(CallerProcess.start(world), CallerProcess.start(world)));
            int events = 0;
            try {
                for (int kill = 0; kill < KILLS; kill++) {
                    for (int i = 0; i < 60; i++) {
                        world.event("int_school", events++);
                    }
                    int enough = events - 60 + random.nextInt(30);
                    await().atMost(PATIENCE).pollInterval(Duration.ofMillis(5)).until(() -> arrived.size() > enough);
                    callers.get(kill % 2).destroyForcibly().waitFor();
                    callers.set(kill % 2, CallerProcess.start(world));
                }
                int all = events;
                await().atMost(PATIENCE).until(() -> arrived.size() == all);
                await().atMost(PATIENCE).until(() -> world.count("state = 'delivered'") == all);
                await().atMost(PATIENCE).until(() -> world.waitingInRedis() == 0);
            } finally {
                callers.forEach(Process::destroyForcibly);
            }

            assertEquals(events, world.count("true"));
            Set<String> ids =
                    receiver.calls().stream().map(Receiver.Call::id).collect(Collectors.toCollection(HashSet::new));
            assertEquals(events, ids.size(), "an event that is sent again keeps its id");
            int twice = receiver.calls().size() - events;
            assertTrue(twice <= events / 2, "sent again: " + twice);
        }
    }
}
