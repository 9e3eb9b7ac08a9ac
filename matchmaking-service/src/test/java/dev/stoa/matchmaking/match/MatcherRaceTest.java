package dev.stoa.matchmaking.match;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stoa.matchmaking.queue.KnownKeys;
import dev.stoa.matchmaking.queue.Outcome;
import dev.stoa.matchmaking.queue.Step;
import dev.stoa.matchmaking.support.TestQueue;
import dev.stoa.matchmaking.support.TestRedis;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two instances over one Redis, and many accounts at once. */
class MatcherRaceTest {

    private static final int ACCOUNTS = 40;
    private static final int MOVES = 300;

    private static Vertx vertx;
    private static TestRedis redis;

    private final List<TestQueue> instances = new ArrayList<>();
    private final List<Sweep> sweeps = new ArrayList<>();
    private final Set<String> cancelled = ConcurrentHashMap.newKeySet();
    private final Set<String> created = ConcurrentHashMap.newKeySet();

    @BeforeAll
    static void startRedis() {
        vertx = Vertx.vertx();
        redis = new TestRedis();
    }

    @AfterAll
    static void stopRedis() {
        redis.close();
        vertx.close();
    }

    @BeforeEach
    void startInstances() {
        for (int i = 0; i < 2; i++) {
            TestQueue queue = new TestQueue(vertx, redis.url());
            instances.add(queue);
            Matcher matcher = new Matcher(new Candidates(queue.steps(), queue.mapper(), Duration.ofMillis(400)));
            queue.steps().onWork(matcher::take);
            Sweep sweep = new Sweep(vertx, queue.steps(), new QuickConfig());
            sweep.start();
            sweeps.add(sweep);
        }
        instances.getFirst().redis(Command.FLUSHALL);
    }

    @AfterEach
    void stopInstances() {
        sweeps.forEach(Sweep::stop);
        instances.forEach(TestQueue::close);
    }

    @Test
    void nobodyIsMatchedTwiceAndNobodyIsLost() throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(ACCOUNTS)) {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < ACCOUNTS; i++) {
                int number = i;
                running.add(threads.submit(() -> live("account-" + number, new Random(number))));
            }
            for (Future<?> each : running) {
                each.get();
            }
        }
        settle();

        History history = history();
        assertTrue(history.matches > 50, "too little happened: " + history.matches + " matches");
        assertEquals(List.of(), history.wrongs);
        assertEquals(created, history.tickets);
        assertEquals(List.of(), unknownKeys());
    }

    @Test
    void theOldestTicketIsServedFirst() {
        List<String> tickets = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            tickets.add(instances.get(i % 2).enqueue("learner-" + i));
        }

        for (int i = 0; i < 20; i++) {
            instances.get(i % 2).makeAvailable("expert-" + i, 60_000);
        }

        List<String> served = new ArrayList<>();
        Awaitility.await().untilAsserted(() -> {
            served.clear();
            for (int i = 0; i < 20; i++) {
                served.add(read(instances.get(0).standing("expert-" + i))
                        .path("offer")
                        .path("ticketId")
                        .asText());
            }
            assertEquals(new HashSet<>(tickets), new HashSet<>(served));
        });
        assertEquals(tickets, served);
    }

    @Test
    void whatACrashedInstanceHasLeftIsDoneByAnother() {
        TestQueue crashed = new TestQueue(vertx, redis.url());

        String ticket = crashed.enqueue("learner");
        crashed.makeAvailable("expert", 60_000);
        crashed.close();

        Awaitility.await().untilAsserted(() -> {
            JsonNode offer = read(instances.getFirst().standing("expert")).path("offer");
            assertEquals(ticket, offer.path("ticketId").asText());
        });
    }

    /** Does at random what an account can do, also what it should not. */
    private void live(String account, Random random) {
        TestQueue instance = instances.get(random.nextInt(instances.size()));
        for (int move = 0; move < MOVES; move++) {
            JsonNode standing = read(instance.standing(account));
            String ticket = standing.path("ticket").path("id").asText();
            String offer = standing.path("offer").path("id").asText();
            String match = standing.path("match").path("id").asText();
            switch (random.nextInt(10)) {
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
                case 5 -> instance.take(Step.DECLINE, offer, account);
                case 6, 7 -> instance.accept(offer, account);
                case 8 -> instance.take(Step.LEAVE_MATCH, match, account);
                default -> {
                    if (random.nextInt(4) == 0) {
                        instance.take(Step.END_AVAILABILITY, account);
                    }
                }
            }
        }
    }

    /** Lets everybody stop, so that offers and availabilities are over and only queued tickets remain. */
    private void settle() {
        TestQueue instance = instances.getFirst();
        for (int i = 0; i < ACCOUNTS; i++) {
            instance.take(Step.END_AVAILABILITY, "account-" + i);
        }
        for (int i = 0; i < ACCOUNTS; i++) {
            String account = "account-" + i;
            instance.take(
                    Step.LEAVE_MATCH,
                    read(instance.standing(account)).path("match").path("id").asText(),
                    account);
        }
    }

    private static final class History {

        private final Map<String, String> runningMatch = new HashMap<>();
        private final Map<String, String> matchOfTicket = new HashMap<>();
        private final Set<String> tickets = new HashSet<>();
        private final List<String> wrongs = new ArrayList<>();
        private int matches;
    }

    /** Goes through the whole event log and checks every step of every account. */
    private History history() {
        History history = new History();
        instances.getFirst().redis(Command.XRANGE, "{mm}:log", "-", "+").forEach(entry -> {
            List<String> fields = entry.get(1).stream().map(String::valueOf).toList();
            if (fields.getFirst().equals("account")) {
                check(history, fields.get(1), fields.get(3), read(fields.get(5)));
            }
        });
        for (String ticket : history.tickets) {
            checkEnd(history, ticket);
        }
        history.runningMatch.forEach((account, match) -> history.wrongs.add(account + " is left in " + match));
        return history;
    }

    private void check(History history, String account, String type, JsonNode data) {
        switch (type) {
            case "ticket" -> {
                String id = data.path("ticket").path("id").asText();
                history.tickets.add(id);
                String match = data.path("ticket").path("matchId").asText();
                String before = match.isEmpty() ? null : history.matchOfTicket.putIfAbsent(id, match);
                if (before != null && !before.equals(match)) {
                    history.wrongs.add(id + " is in " + before + " and " + match);
                }
            }
            case "match" -> {
                history.matches++;
                String id = data.path("match").path("id").asText();
                String before = history.runningMatch.putIfAbsent(account, id);
                if (before != null && !before.equals(id)) {
                    history.wrongs.add(account + " is in " + before + " and " + id);
                }
            }
            case "match-ended" -> {
                if (!history.runningMatch.remove(account, data.path("matchId").asText())) {
                    history.wrongs.add(account + " ended what had not begun");
                }
            }
            default -> {}
        }
    }

    /** Every ticket is completed, cancelled or still in the queue; a cancelled one has no match. */
    private void checkEnd(History history, String ticket) {
        TestQueue instance = instances.getFirst();
        String state = String.valueOf(instance.redis(Command.HGET, "{mm}:ticket:" + ticket, "state"));
        boolean waits = instance.redis(Command.ZSCORE, "{mm}:waiting:0613", ticket) != null;
        boolean indexed = instance.redis(Command.ZSCORE, "{mm}:tickets:06:en", ticket) != null;
        boolean matched = history.matchOfTicket.containsKey(ticket);
        boolean right = switch (state) {
            case "queued" -> waits && indexed && !matched;
            case "completed" -> !waits && !indexed && matched && !cancelled.contains(ticket);
            case "cancelled" -> !waits && !indexed && !matched && cancelled.contains(ticket);
            default -> false;
        };
        if (!right) {
            history.wrongs.add(ticket + " is lost: " + state + (waits ? ", waits" : "") + (indexed ? ", indexed" : "")
                    + (matched ? ", matched" : ""));
        }
    }

    private List<String> unknownKeys() {
        return instances.getFirst().redis(Command.KEYS, "*").stream()
                .map(String::valueOf)
                .filter(key -> !KnownKeys.contain(key))
                .toList();
    }

    private JsonNode read(String json) {
        try {
            return instances.getFirst().mapper().readTree(json);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private record QuickConfig() implements MatchConfig {

        @Override
        public Duration offerTime() {
            return Duration.ofMillis(400);
        }

        @Override
        public Duration noShowTime() {
            return Duration.ofHours(1);
        }

        @Override
        public Duration sweepEvery() {
            return Duration.ofMillis(50);
        }

        @Override
        public Duration gap() {
            return Duration.ofSeconds(5);
        }

        @Override
        public Duration longestGrace() {
            return Duration.ofSeconds(30);
        }
    }
}
