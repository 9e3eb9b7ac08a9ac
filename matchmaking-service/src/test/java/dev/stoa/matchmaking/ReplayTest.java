package dev.stoa.matchmaking;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.stoa.matchmaking.queue.Step;
import dev.stoa.matchmaking.queue.Steps;
import dev.stoa.matchmaking.support.Person;
import dev.stoa.matchmaking.support.SignalingRedis;
import dev.stoa.matchmaking.support.TestWorld;
import dev.stoa.matchmaking.support.Watcher;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Coming back to the event stream: nothing lost, nothing twice, and an honest word when that cannot be. */
@QuarkusTest
@WithTestResource(TestWorld.class)
class ReplayTest {

    @Inject
    Steps steps;

    @Test
    void whoeverComesBackGetsExactlyWhatWasMissed() {
        Person bob = Person.named("Bob");
        List<String> seen = new ArrayList<>();
        String last;
        try (Watcher bobs = Watcher.of(bob)) {
            bob.beAvailable("0613");
            bobs.next("availability");
            bobs.events().forEach(event -> seen.add(event.id()));
            last = bobs.lastId();
        }

        for (int i = 0; i < 20; i++) {
            bob.beAvailable("0613");
        }
        try (Watcher bobs = Watcher.of(bob, last)) {
            await().until(() -> bobs.events().size() == 20);
            bob.stop();
            bobs.next("availability-ended");
            bobs.events().forEach(event -> seen.add(event.id()));

            assertFalse(bobs.types().contains("standing"));
            assertEquals(23, seen.size());
            assertEquals(23, new HashSet<>(seen).size());
        }
    }

    @Test
    void nothingIsLostOrDoubledWhileEventsPourInDuringReconnects() throws Exception {
        Person bob = Person.named("Bob");
        List<Watcher.Event> seen = new ArrayList<>();
        try (Watcher bobs = Watcher.of(bob)) {
            seen.add(bobs.events().getLast());
        }

        Thread pouring = Thread.ofPlatform().start(() -> {
            for (int i = 0; i < 150; i++) {
                bob.beAvailable("0613");
            }
            bob.stop();
        });
        while (!seen.getLast().type().equals("availability-ended")) {
            seen.addAll(readSome(bob, seen.getLast().id()));
        }
        pouring.join();

        List<String> ids = seen.stream().skip(1).map(Watcher.Event::id).toList();
        assertEquals(151, ids.size());
        assertEquals(ids.stream().sorted(ReplayTest::byId).distinct().toList(), ids);
    }

    private static List<Watcher.Event> readSome(Person person, String last) {
        try (Watcher watcher = Watcher.of(person, last)) {
            await().atMost(Duration.ofSeconds(10)).until(() -> !watcher.events().isEmpty());
            return watcher.events();
        }
    }

    private static int byId(String one, String other) {
        String[] a = one.split("-");
        String[] b = other.split("-");
        int byTime = Long.compare(Long.parseLong(a[0]), Long.parseLong(b[0]));
        return byTime != 0 ? byTime : Long.compare(Long.parseLong(a[1]), Long.parseLong(b[1]));
    }

    @Test
    void whoeverComesBackTooLateIsToldSo() {
        Person bob = Person.named("Bob");
        String last;
        try (Watcher bobs = Watcher.of(bob)) {
            bob.beAvailable("0613");
            bobs.next("availability");
            last = bobs.lastId();
        }
        for (int i = 0; i < 400; i++) {
            steps.take(Step.SET_AVAILABILITY, bob.account(), "Bob", "[]", "[\"en\"]", 60_000)
                    .await()
                    .indefinitely();
        }

        try (Watcher bobs = Watcher.of(bob, last)) {
            bobs.next("standing");
            assertEquals(List.of("reset", "standing"), bobs.types());
            bob.stop();
            bobs.next("availability-ended");
            assertEquals(List.of("reset", "standing", "availability-ended"), bobs.types());
        }
    }

    @Test
    void anUnknownLastEventIdIsAnsweredWithAReset() {
        Person ada = Person.named("Ada");

        for (String id : List.of("99999999999999-0", "1-1", "rubbish", "-", "1".repeat(500), "../../x", "1-1-1")) {
            try (Watcher adas = Watcher.of(ada, id)) {
                adas.next("standing");
                assertEquals(List.of("reset", "standing"), adas.types(), id);
            }
        }
    }

    @Test
    void aSilentRedisIsSaidPlainlyAndNothingIsLostByIt() {
        Person bob = Person.named("Bob").speaking("is");
        try (Watcher bobs = Watcher.of(bob);
                SignalingRedis redis = new SignalingRedis()) {
            bob.beAvailable("0613");
            redis.send(Request.cmd(Command.CLIENT).arg("PAUSE").arg(8_000).arg("ALL"));

            bob.get("/standing")
                    .statusCode(503)
                    .header("Retry-After", "1")
                    .body("type", equalTo("/problems/unavailable"));

            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> bob.get("/standing").statusCode(200));
            bob.beAvailable("0613");
            bob.stop();
            bobs.next("availability-ended");
            assertEquals(List.of("standing", "availability", "availability", "availability-ended"), bobs.types());
        }
    }

    @Test
    void aLostConnectionToRedisLosesNothing() {
        Person bob = Person.named("Bob").speaking("is");
        try (Watcher bobs = Watcher.of(bob);
                SignalingRedis redis = new SignalingRedis()) {
            for (int i = 0; i < 5; i++) {
                redis.send(Request.cmd(Command.CLIENT)
                        .arg("KILL")
                        .arg("TYPE")
                        .arg("normal")
                        .arg("SKIPME")
                        .arg("yes"));
                await().atMost(Duration.ofSeconds(30))
                        .untilAsserted(() -> bob.put("/availability", Map.of("fields", List.of("0613")))
                                .statusCode(200));
            }
            bob.stop();

            bobs.next("availability-ended");
            assertEquals(7, bobs.types().size());
        }
    }
}
