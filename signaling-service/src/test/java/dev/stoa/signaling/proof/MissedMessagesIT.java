package dev.stoa.signaling.proof;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stoa.signaling.rig.Door;
import dev.stoa.signaling.rig.TestPeer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Who comes back on another instance gets all that it missed, or is told that it cannot; never a part. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MissedMessagesIT {

    private static final Seed SEED = Seed.of("MissedMessagesIT");
    private static final int PROMISED = 1_000;
    private static final int TOO_MANY = 1_200;
    private static final int NOT_RESUMED = 4404;
    /** Long enough to say 1,200 things meanwhile. */
    private static final Duration WINDOW = Duration.ofSeconds(10);

    private static Stage stage;
    private static List<Gone> gone;

    private final SplittableRandom random = SEED.random();

    @BeforeAll
    static void start() {
        stage = Stage.of(
                "missed",
                2,
                Map.of(
                        "STOA_ROOM_RESUME_WITHIN",
                        WINDOW.toSeconds() + "s",
                        "STOA_SOCKET_BURST",
                        "5000",
                        "STOA_SOCKET_PER_SECOND",
                        "5000"));
        // Their window ends while the other tests run.
        gone = goAway(20);
    }

    @AfterAll
    static void stop() {
        stage.close();
    }

    @Test
    @Order(1)
    void aThousandMissedMessagesComeInOrder() {
        missAndComeBack(PROMISED, random.nextInt(300));
    }

    @Test
    @Order(2)
    void whoMissedMoreThanIsKeptIsTold() {
        missAndAreTold(1);
    }

    @Test
    @Order(3)
    void whoComesAfterItsWindowIsTold() {
        comeTooLate(gone);
    }

    @Test
    @Order(4)
    @Tag("long")
    void allOfItManyTimes() {
        for (var i = 0; i < 20; i++) {
            missAndComeBack(PROMISED, random.nextInt(300));
        }
        missAndAreTold(15);
        for (var i = 0; i < 3; i++) {
            comeTooLate(goAway(100));
        }
        Figures.of("MissedMessagesIT", SEED)
                .with("comebacks after 1,000 missed", 20)
                .with("told after 1,200 missed", "105 of 105")
                .with("told after the window", "300 of 300")
                .publish();
    }

    /** After {@code before} messages that all saw, one is away while that many are said. */
    private void missAndComeBack(int missed, int before) {
        var room = Door.newRoom();
        try (var ada = TestPeer.join(stage.instance(0).port(), stage.pass(room, "ada"))) {
            say(ada, room, "before", before);
            var welcomes = vanish(ada, room, 1);
            say(ada, room, "missed", missed);

            for (var welcome : welcomes) {
                try (var back = comeBack(welcome)) {
                    back.next("resumed");
                    for (var i = 0; i < missed; i++) {
                        assertEquals("missed" + i, nextChat(back).path("text").textValue());
                    }
                    ada.chat("new");
                    assertEquals("new", nextChat(back).path("text").textValue());
                }
            }
        }
    }

    private void missAndAreTold(int rooms) {
        for (var i = 0; i < rooms; i++) {
            var room = Door.newRoom();
            try (var ada = TestPeer.join(stage.instance(0).port(), stage.pass(room, "ada"))) {
                var welcomes = vanish(ada, room, 7);
                say(ada, room, "missed", TOO_MANY);

                for (var welcome : welcomes) {
                    try (var back = comeBack(welcome)) {
                        assertEquals(NOT_RESUMED, back.closeCode());
                        assertEquals(List.of(), back.rest());
                    }
                }
            }
        }
    }

    /** Pages alone in their rooms, whose connections break at once. */
    private static List<Gone> goAway(int pages) {
        return IntStream.range(0, pages)
                .mapToObj(i -> {
                    var room = Door.newRoom();
                    var page = TestPeer.open(stage.instance(i % 2).port(), stage.pass(room, "ada"));
                    var welcome = page.next("welcome");
                    page.vanish();
                    return new Gone(room, welcome);
                })
                .toList();
    }

    private static void comeTooLate(List<Gone> pages) {
        await().atMost(WINDOW.plusSeconds(60))
                .until(() -> pages.stream()
                        .allMatch(
                                page -> stage.redis().look().events(page.room()).contains("empty ada")));
        for (var page : pages) {
            try (var back = comeBack(page.welcome())) {
                assertEquals(NOT_RESUMED, back.closeCode());
                assertEquals(List.of(), back.rest());
            }
        }
    }

    private static void say(TestPeer ada, String room, String text, int times) {
        for (var i = 0; i < times; i++) {
            ada.chat(text + i);
        }
        stage.redis().look().awaitSeq(room, times);
    }

    /** Lets some more come in and break off; the welcome of each. */
    private static List<JsonNode> vanish(TestPeer ada, String room, int peers) {
        return IntStream.range(0, peers)
                .mapToObj(i -> {
                    var bob = TestPeer.open(stage.instance(0).port(), stage.pass(room, "bob" + i));
                    var welcome = bob.next("welcome");
                    ada.next("peer-joined");
                    bob.vanish();
                    ada.next("peer-reconnecting");
                    return welcome;
                })
                .toList();
    }

    private static TestPeer comeBack(JsonNode welcome) {
        return TestPeer.comeBack(
                stage.instance(1).port(), welcome, welcome.path("seq").longValue());
    }

    private static JsonNode nextChat(TestPeer peer) {
        var next = peer.next();
        while (!next.path("type").textValue().equals("chat")) {
            next = peer.next();
        }
        return next;
    }

    private record Gone(String room, JsonNode welcome) {}
}
