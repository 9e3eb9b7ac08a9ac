package dev.stoa.matchmaking.meeting.match;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stoa.matchmaking.queue.KnownKeys;
import dev.stoa.matchmaking.queue.Outcome;
import dev.stoa.matchmaking.queue.Step;
import dev.stoa.matchmaking.support.TestQueue;
import io.vertx.redis.client.Command;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Two instances over one Redis, and many accounts at once. */
class MatcherRaceTest {

    private static final int ACCOUNTS = 40;
    private static final int MOVES = 300;

    private final Set<String> cancelled = ConcurrentHashMap.newKeySet();
    private final Set<String> created = ConcurrentHashMap.newKeySet();

    @Test
    void nobodyIsMatchedTwiceAndNobodyIsLost() throws Exception {
        try (TestInstances instances = new TestInstances(Duration.ofMillis(400));
                ExecutorService threads = Executors.newFixedThreadPool(ACCOUNTS)) {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < ACCOUNTS; i++) {
                Random random = new Random(i);
                String account = "account-" + i;
                running.add(threads.submit(() -> live(instances.any(random), account, random)));
            }
            for (Future<?> each : running) {
                each.get();
            }
            settle(instances.get(0));

            History history = new History(instances.get(0), cancelled).check(instances.log());
            assertEquals(List.of(), history.wrongs());
            assertEquals(created, history.tickets());
            assertTrue(history.matches() > 100, "too little happened: " + history.matches() + " matches");
            assertEquals(List.of(), unknownKeys(instances.get(0)));
        }
    }

    @Test
    void theOldestTicketIsServedFirst() {
        try (TestInstances instances = new TestInstances(Duration.ofMinutes(1))) {
            List<String> tickets = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                tickets.add(instances.get(i).enqueue("learner-" + i));
            }

            for (int i = 0; i < 20; i++) {
                instances.get(i).makeAvailable("expert-" + i, 60_000);
            }

            await().untilAsserted(() -> assertEquals(tickets, offered(instances)));
        }
    }

    @Test
    void whatACrashedInstanceHasLeftIsDoneByAnother() {
        try (TestInstances instances = new TestInstances(Duration.ofMinutes(1));
                TestQueue crashed = instances.bystander()) {
            String ticket = crashed.enqueue("learner");
            crashed.makeAvailable("expert", 60_000);

            await().untilAsserted(() -> assertEquals(List.of(ticket), offered(instances)));
        }
    }

    @Test
    void aCrowdIsServedWithoutWaitingForTheSweep() {
        try (TestInstances instances = new TestInstances(Duration.ofMinutes(1))) {
            for (int i = 0; i < 200; i++) {
                instances.get(i).makeAvailable("expert-" + i, 60_000);
            }

            for (int i = 0; i < 200; i++) {
                instances.get(i).enqueue("learner-" + i);
            }

            await().untilAsserted(() -> assertEquals(200, offered(instances).size()));
        }
    }

    /** The tickets that were offered, in the order of the offers. */
    private static List<String> offered(TestInstances instances) {
        return instances.log().stream()
                .filter(fields -> fields.get(3).equals("offer"))
                .map(fields -> instances.get(0).read(fields.get(5)))
                .map(data -> data.path("offer").path("ticketId").asText())
                .toList();
    }

    /** Does at random what an account can do, also what it should not. */
    private void live(TestQueue instance, String account, Random random) {
        for (int move = 0; move < MOVES; move++) {
            JsonNode standing = instance.read(instance.standing(account));
            String ticket = standing.path("ticket").path("id").asText();
            String offer = standing.path("offer").path("id").asText();
            String match = standing.path("match").path("id").asText();
            switch (random.nextInt(15)) {
                case 0, 1 -> {
                    if (ticket.isEmpty()) {
                        created.add(instance.enqueue(account));
                    }
                }
                case 2, 3 -> instance.makeAvailable(account, random.nextInt(20) == 0 ? 1 : 60_000);
                case 4 -> {
                    if (instance.take(Step.CANCEL_TICKET, ticket, account).outcome() == Outcome.OK) {
                        cancelled.add(ticket);
                    }
                }
                case 5 -> instance.decline(offer, account);
                case 6, 7, 8 -> instance.accept(offer, account);
                case 9, 10, 11, 12 -> {
                    if (instance.ready(ticket, account).outcome() == Outcome.GONE) {
                        instance.take(Step.RESUME_TICKET, ticket, account);
                    }
                }
                case 13 -> instance.leave(match, account);
                default -> {
                    if (random.nextInt(4) == 0) {
                        instance.take(Step.END_AVAILABILITY, account);
                    }
                }
            }
        }
    }

    /** Lets everybody stop, so that offers and availabilities are over and only queued tickets remain. */
    private static void settle(TestQueue instance) {
        for (int i = 0; i < ACCOUNTS; i++) {
            instance.take(Step.END_AVAILABILITY, "account-" + i);
        }
        for (int i = 0; i < ACCOUNTS; i++) {
            JsonNode standing = instance.read(instance.standing("account-" + i));
            instance.leave(standing.path("match").path("id").asText(), "account-" + i);
        }
    }

    private static List<String> unknownKeys(TestQueue instance) {
        return instance.redis(Command.KEYS, "*").stream()
                .map(String::valueOf)
                .filter(key -> !KnownKeys.contain(key))
                .toList();
    }
}
