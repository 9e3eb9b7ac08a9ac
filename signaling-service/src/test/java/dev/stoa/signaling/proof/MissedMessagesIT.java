package dev.stoa.signaling.proof;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stoa.signaling.rig.Door;
import dev.stoa.signaling.rig.TestPeer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Who comes back on another instance gets all that it missed, or is told that it cannot; never a part. */
class MissedMessagesIT {

    private static final Seed SEED = Seed.of("MissedMessagesIT");
    private static final int PROMISED = 1_000;
    private static final int TOO_MANY = 1_200;
    private static final int NOT_RESUMED = 4404;
    /** Long enough to say 1,200 things meanwhile. */
    private static final Duration WINDOW = Duration.ofSeconds(6);

    private static Stage stage;

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
    }

    @AfterAll
    static void stop() {
        stage.close();
    }

    @Test
    void aThousandMissedMessagesComeInOrder() {
        missAndComeBack(PROMISED, random.nextInt(300), 1);
    }

    @Test
    void whoMissedMoreThanIsKeptIsTold() {
        missAndAreTold(1);
    }

    @Test
    void whoComesAfterItsWindowIsTold() {
        comeTooLate(20);
    }

    @Test
    @Tag("long")
    void allOfItManyTimes() {
        for (var i = 0; i < 20; i++) {
            missAndComeBack(PROMISED, random.nextInt(300), 1 + random.nextInt(7));
        }
        missAndAreTold(15);
        for (var i = 0; i < 10; i++) {
            comeTooLate(100);
        }
        Figures.of("MissedMessagesIT", SEED)
                .with("comebacks after 1,000 missed", 20)
                .with("told after 1,200 missed", "105 of 105")
                .with("told after the window", "1000 of 1000")
                .print();
    }

    /** After {@code before} messages that all saw, some are away while that many are said. */
    private void missAndComeBack(int missed, int before, int away) {
        var room = Door.newRoom();
        try (var ada = TestPeer.join(stage.instance(0).port(), stage.pass(room, "ada"))) {
            say(ada, room, "before", before);
            var welcomes = vanish(ada, room, away);
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

    private void comeTooLate(int sessions) {
        var welcomes = new ArrayList<JsonNode>();
        var rooms = new ArrayList<String>();
        for (var i = 0; i < sessions; i++) {
            var room = Door.newRoom();
            rooms.add(room);
            var page = TestPeer.open(stage.instance(i % 2).port(), stage.pass(room, "ada"));
            welcomes.add(page.next("welcome"));
            page.vanish();
        }
        await().atMost(WINDOW.plusSeconds(6))
                .until(() -> rooms.stream()
                        .allMatch(room -> stage.redis().look().events(room).contains("empty ada")));
        for (var welcome : welcomes) {
            try (var back = comeBack(welcome)) {
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
}
