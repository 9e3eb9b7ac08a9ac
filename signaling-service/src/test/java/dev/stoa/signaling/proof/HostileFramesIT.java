package dev.stoa.signaling.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stoa.signaling.rig.Door;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Bytes of every hostile kind at the bare socket: each is answered, and nobody else notices. */
class HostileFramesIT {

    private static final Seed SEED = Seed.of("HostileFramesIT");
    /** How long an instance of this test hears nothing of a page before it closes the socket. */
    private static final int SILENCE = 6;

    private static final int ANSWERED_WITHIN = SILENCE + 4;
    private static final String SILENT = "closed with 4001";
    private static final int PAIRS = 5;
    /** A heap of 96 MiB that fills up, and some more. */
    private static final long MOST_MIB_MORE = 128;

    @Test
    void everyHostileFrameIsAnsweredAndNobodyElseNotices() {
        attack(Stage.pair(), 1);
    }

    @Test
    @Tag("long")
    void fiveTimesOver() {
        try (var stage = Stage.of("hostile", 2, Map.of("STOA_SOCKET_SILENCE", SILENCE + "s"))) {
            attack(stage, 5);
        }
    }

    private static void attack(Stage stage, int times) {
        var random = SEED.random();
        try (var talk = new Talk(stage, "others", PAIRS, random).begin(Duration.ofMillis(100), random)) {
            var before = stage.instance(0).residentMib();
            var answers = new TreeMap<String, String>();
            for (var i = 0; i < times; i++) {
                answers.putAll(answers(stage));
                var unanswered = answers.entrySet().stream()
                        .filter(entry -> !isAnswer(entry.getKey(), entry.getValue()))
                        .toList();
                assertEquals(List.of(), unanswered);
            }

            var verdict = talk.hush(false);
            assertEquals(List.of(), verdict.broken());
            for (var log : stage.logs()) {
                assertTrue(!log.contains(" ERROR ") && !log.contains("\tat "), log);
            }
            var more = stage.instance(0).residentMib() - before;
            assertTrue(more < MOST_MIB_MORE, more + " MiB more");
            answers.forEach((name, answer) -> System.out.println("  " + name + ": " + answer));
            Figures.of("HostileFramesIT", SEED)
                    .with("attacks", answers.size() * times)
                    .with("unanswered", 0)
                    .with("others' p99, ms", talk.p99(0).toMillis())
                    .with("MiB more", more)
                    .publish();
        }
    }

    /** Who sends nothing whole is silent; all others have to be told sooner, or they were believed. */
    private static boolean isAnswer(String name, String answer) {
        return !answer.equals(HostileSocket.NOTHING) && (!answer.equals(SILENT) || Corpus.SLOW.contains(name));
    }

    private static Map<String, String> answers(Stage stage) {
        var answers = new ConcurrentSkipListMap<String, String>();
        try (var attackers = Executors.newVirtualThreadPerTaskExecutor()) {
            Corpus.cases().forEach((name, attack) -> attackers.submit(() -> answers.put(name, answer(stage, attack))));
        }
        assertEquals(Corpus.cases().keySet().size(), answers.size());
        return answers;
    }

    private static String answer(Stage stage, Consumer<HostileSocket> attack) {
        try (var socket = new HostileSocket(stage.instance(0).port(), stage.pass(Door.newRoom(), "mallory"))) {
            attack.accept(socket);
            return socket.answer(ANSWERED_WITHIN);
        }
    }
}
