package dev.stoa.matchmaking.meeting.match;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.stoa.matchmaking.queue.KnownKeys;
import dev.stoa.matchmaking.queue.Outcome;
import dev.stoa.matchmaking.queue.Step;
import dev.stoa.matchmaking.support.TestQueue;
import io.vertx.redis.client.Command;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Real people and simulated ones wait for the same field at the same time, and never meet, whatever the matcher reads. */
class SandboxRaceTest {

    private static final int ROUNDS = 12;
    private static final int EACH = 10;
    private static final long FOREVER = 600_000;

    /** Who was offered to whom, as expert and learner. */
    private record Meeting(String expert, String learner) {

        boolean isReal() {
            return expert.startsWith("real") && learner.startsWith("real");
        }

        boolean isInOneSandbox() {
            return expert.startsWith("sim") && learner.equals("ext_" + expert.substring(3));
        }
    }

    private final ConcurrentLinkedQueue<Meeting> meetings = new ConcurrentLinkedQueue<>();

    @Test
    void underLoadEveryOfferIsBetweenRealPeopleOrInOneSandbox() throws Exception {
        try (TestInstances instances = new TestInstances(Duration.ofSeconds(30));
                ExecutorService threads = Executors.newFixedThreadPool(2 * EACH)) {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < EACH; i++) {
                Random random = new Random(i);
                String number = String.valueOf(i);
                instances.get(i).enqueue("real-learner-" + number);
                running.add(threads.submit(() -> help(instances.any(random), "real-expert-" + number)));
                running.add(threads.submit(() -> practise(instances.any(random), number)));
            }
            for (Future<?> each : running) {
                each.get();
            }

            List<Meeting> wrong = meetings.stream()
                    .filter(meeting -> !meeting.isReal() && !meeting.isInOneSandbox())
                    .toList();
            assertEquals(List.of(), wrong);
            assertEquals(2 * EACH * ROUNDS, meetings.size());
            assertEquals(List.of(), unknownKeys(instances.get(0)));
        }
    }

    @Test
    void aClaimAcrossTheBorderIsRefusedEvenIfAMatcherAsksForIt() {
        try (TestInstances instances = new TestInstances(Duration.ofSeconds(30));
                TestQueue queue = instances.bystander()) {
            String real = queue.enqueue("learner");
            String practice = queue.enqueueInSandbox("ext_1");
            queue.makeAvailableIn("tkt_other", "sim_2", FOREVER);

            for (String foreign : List.of(real, practice)) {
                assertEquals(
                        Outcome.GONE, queue.claim("ofr_x", "sim_2", foreign).outcome());
            }
            queue.take(Step.CANCEL_TICKET, real, "learner", "");
            queue.makeAvailable("expert", FOREVER);
            assertEquals(Outcome.GONE, queue.claim("ofr_y", "expert", practice).outcome());
        }
    }

    /** Is offered one of the tickets that wait, over and over. */
    private void help(TestQueue queue, String account) {
        for (int round = 0; round < ROUNDS; round++) {
            queue.makeAvailable(account, FOREVER);
            await().until(() -> note(queue, account));
            queue.take(Step.END_AVAILABILITY, account);
        }
    }

    private void practise(TestQueue queue, String number) {
        for (int round = 0; round < ROUNDS; round++) {
            String name = "-" + number + "-" + round;
            String ticket = queue.enqueueInSandbox("ext_" + name);
            String expert = "sim" + name;
            queue.makeAvailableIn(ticket, expert, FOREVER);
            await().until(() -> note(queue, expert));
            queue.take(Step.CANCEL_TICKET, ticket, "ext_" + name, "");
            queue.take(Step.END_AVAILABILITY, expert);
        }
    }

    /** Notes whom an expert is offered to right now, if there is an offer. */
    private boolean note(TestQueue queue, String expert) {
        String offer = queue.field("account", expert, "offer");
        if (offer == null) {
            return false;
        }
        String ticket = queue.field("offer", offer, "ticket");
        meetings.add(new Meeting(expert, queue.field("ticket", ticket, "account")));
        return true;
    }

    private static List<String> unknownKeys(TestQueue queue) {
        return Stream.of(queue.redis(Command.KEYS, "*"))
                .flatMap(keys -> keys.stream().map(String::valueOf))
                .filter(key -> !KnownKeys.contain(key))
                .toList();
    }
}
