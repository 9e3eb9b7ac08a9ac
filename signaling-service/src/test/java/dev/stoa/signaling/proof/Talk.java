package dev.stoa.signaling.proof;

import dev.stoa.signaling.proof.stranger.Event;
import dev.stoa.signaling.proof.stranger.StrangerClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** Pairs that chat and describe to each other, each in a room of its own, until they are told to hush. */
final class Talk implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration LOOK_EVERY = Duration.ofMillis(20);
    private static final int ONE_IN = 4;
    private static final String SDP =
            " v=0\r\n" + "a=candidate:1 1 udp 2122260223 192.0.2.1 54321 typ host\r\n".repeat(8);

    private final List<Map<String, StrangerClient>> rooms = new ArrayList<>();
    private final List<Thread> mouths = new ArrayList<>();
    private final AtomicLong said = new AtomicLong();
    private volatile boolean hushed;

    /** Brings the pairs into their rooms. */
    Talk(Stage stage, String name, int pairs, SplittableRandom random) {
        this(
                stage,
                Stream.generate(() -> name + "-" + Long.toHexString(random.nextLong()))
                        .limit(pairs),
                random);
    }

    /** Brings a pair into each of these rooms. */
    Talk(Stage stage, Stream<String> names, SplittableRandom random) {
        for (var room : names.toList()) {
            rooms.add(new HashMap<>(Map.of(
                    "ada", stage.client(room, "ada", random.split()),
                    "bob", stage.client(room, "bob", random.split()))));
        }
        Awaitility.await().atMost(PATIENCE).until(() -> clients().allMatch(StrangerClient::isPresent));
    }

    /** Lets each client say one thing about every {@code gap}. */
    Talk begin(Duration gap, SplittableRandom random) {
        for (var room : rooms) {
            mouths.add(mouth(room.get("ada"), "bob", gap, random.split()));
            mouths.add(mouth(room.get("bob"), "ada", gap, random.split()));
        }
        return this;
    }

    private Thread mouth(StrangerClient client, String to, Duration gap, SplittableRandom random) {
        return Thread.startVirtualThread(() -> {
            for (var i = 0; !hushed; ) {
                var text = "m" + i;
                var taken = random.nextInt(ONE_IN) == 0 ? client.describe(to, text + SDP) : client.chat(text);
                if (taken) {
                    i++;
                    said.incrementAndGet();
                }
                LockSupport.parkNanos(random.nextLong(2 * gap.toNanos()));
            }
        });
    }

    /** Waits until each client has heard something from now on, however long that takes here. */
    void goOn() {
        recovery(PATIENCE);
    }

    /** Waits until each client has heard something from now on, and gives how long that took. */
    Duration recovery(Duration atMost) {
        var from = System.nanoTime();
        while (clients().anyMatch(client -> client.heardAt() <= from)) {
            if (System.nanoTime() - from > atMost.toNanos()) {
                throw new AssertionError("not all hear again after " + atMost + ": " + deaf(from));
            }
            LockSupport.parkNanos(LOOK_EVERY.toNanos());
        }
        return Duration.ofNanos(System.nanoTime() - from);
    }

    /** The last events of some of those who heard nothing since, and of those whom they should have heard. */
    private String deaf(long since) {
        return rooms.stream()
                .filter(room -> room.values().stream().anyMatch(client -> client.heardAt() <= since))
                .limit(3)
                .map(room -> room.entrySet().stream()
                        .map(entry ->
                                "\n" + entry.getKey() + " " + entry.getValue().tail(12))
                        .collect(Collectors.joining()))
                .collect(Collectors.joining("\n"));
    }

    /** How many messages were said up to now. */
    long said() {
        return said.get();
    }

    Stream<StrangerClient> clients() {
        return rooms.stream().flatMap(room -> room.values().stream());
    }

    /** Ends the talk, waits until all is settled and heard, but not for ever, and judges what happened. */
    SignalingHistory.Verdict hush(boolean sessionsMayEnd) {
        hushed = true;
        mouths.forEach(Talk::join);
        Awaitility.await("all is settled")
                .atMost(PATIENCE)
                .until(() -> clients().allMatch(client -> client.isOver() || client.unsettled() == 0));
        // A client takes 8 s to tell that its connection is dead, and waits for up to 10 s before it comes back.
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        var verdict = judge(sessionsMayEnd);
        while (!verdict.broken().isEmpty() && System.nanoTime() < deadline) {
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
            verdict = judge(sessionsMayEnd);
        }
        return verdict;
    }

    /** The last events of everybody in a room where something was broken, for a message. */
    String lastWords() {
        return rooms.stream()
                .filter(room ->
                        !SignalingHistory.judge(histories(room), false).broken().isEmpty())
                .flatMap(room -> room.entrySet().stream())
                .map(entry -> "\n" + entry.getKey() + " " + entry.getValue().tail(30))
                .collect(Collectors.joining());
    }

    private SignalingHistory.Verdict judge(boolean sessionsMayEnd) {
        return rooms.stream()
                .map(room -> SignalingHistory.judge(histories(room), sessionsMayEnd))
                .reduce(SignalingHistory.Verdict::plus)
                .orElseThrow();
    }

    private static Map<String, List<Event>> histories(Map<String, StrangerClient> room) {
        var histories = new HashMap<String, List<Event>>();
        room.forEach((peer, client) -> histories.put(peer, client.history()));
        return histories;
    }

    /** Lets them talk for that time, and gives the {@link #p99} of its second half: in the first they are still warming up. */
    Duration calm(Duration time) {
        LockSupport.parkNanos(time.toNanos() / 2);
        var since = System.nanoTime();
        LockSupport.parkNanos(time.toNanos() / 2);
        return time.isZero() ? Duration.ZERO : p99(since);
    }

    /** The 99th percentile of the time from saying to hearing, of what was said since then ({@link System#nanoTime()}). */
    Duration p99(long since) {
        var delays = new ArrayList<Long>();
        for (var room : rooms) {
            var said = new HashMap<String, Long>();
            var histories = histories(room);
            histories.forEach((peer, events) -> events.forEach(event -> {
                if (event instanceof Event.Offered offered && offered.at() > since) {
                    said.put(peer + offered.text(), offered.at());
                }
            }));
            histories.values().stream().flatMap(List::stream).forEach(event -> {
                if (event instanceof Event.Heard heard && said.containsKey(heard.from() + heard.text())) {
                    delays.add(heard.at() - said.get(heard.from() + heard.text()));
                }
            });
        }
        delays.sort(null);
        return Duration.ofNanos(delays.get(delays.size() * 99 / 100));
    }

    /** All that happened to all clients. */
    Stream<Event> events() {
        return clients().flatMap(client -> client.history().stream());
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        hushed = true;
        clients().forEach(StrangerClient::close);
    }
}
