package dev.stoa.matchmaking.meeting.match;

import dev.stoa.matchmaking.api.account.Field;
import dev.stoa.matchmaking.meeting.match.IdleExpert.Record;
import dev.stoa.matchmaking.meeting.match.Pair.Between;
import dev.stoa.matchmaking.meeting.match.WaitingTicket.Standing;
import java.time.Duration;
import java.util.List;
import java.util.Random;

/** Pairs to be judged. The plain one fits: software in English, nobody has waited, nothing lies between the two. */
record TestPair(
        String expert,
        List<String> offered,
        List<String> spoken,
        Record record,
        String asked,
        List<String> wished,
        Duration waited,
        Standing standing,
        Between between) {

    private static final List<String> CODES = List.of("06", "061", "0613", "0612", "05", "0541");
    private static final List<String> LANGUAGES = List.of("en", "de", "fr", "it");

    static TestPair plain() {
        return new TestPair(
                "expert",
                List.of("0613"),
                List.of("en"),
                new Record(Duration.ZERO, 0, Rating.NONE),
                "0613",
                List.of("en"),
                Duration.ZERO,
                Standing.PLAIN,
                Between.NOTHING);
    }

    /** Anything at all. */
    static TestPair any(Random random) {
        return new TestPair(
                random.nextInt(10) == 0 ? "learner" : "expert",
                some(CODES, random),
                some(LANGUAGES, random),
                new Record(
                        Duration.ofSeconds(random.nextInt(100_000)),
                        random.nextInt(30),
                        new Rating(1_000 + random.nextInt(4_001), 1_000)),
                CODES.get(random.nextInt(CODES.size())),
                some(LANGUAGES, random),
                Duration.ofMillis(random.nextInt(60_000)),
                new Standing(oneOf(4, random), oneOf(4, random), oneOf(2, random), oneOf(2, random)),
                new Between(oneOf(6, random), oneOf(6, random), oneOf(3, random)));
    }

    private static boolean oneOf(int many, Random random) {
        return random.nextInt(many) == 0;
    }

    private static List<String> some(List<String> all, Random random) {
        return random.ints(1 + random.nextInt(3), 0, all.size())
                .distinct()
                .mapToObj(all::get)
                .toList();
    }

    TestPair by(String account) {
        return new TestPair(account, offered, spoken, record, asked, wished, waited, standing, between);
    }

    TestPair offering(String... codes) {
        return new TestPair(expert, List.of(codes), spoken, record, asked, wished, waited, standing, between);
    }

    TestPair speaking(String... languages) {
        return new TestPair(expert, offered, List.of(languages), record, asked, wished, waited, standing, between);
    }

    TestPair known(Duration idle, int taken, Rating rating) {
        return new TestPair(
                expert, offered, spoken, new Record(idle, taken, rating), asked, wished, waited, standing, between);
    }

    TestPair asking(String code, String... languages) {
        return new TestPair(expert, offered, spoken, record, code, List.of(languages), waited, standing, between);
    }

    TestPair waiting(Duration time) {
        return new TestPair(expert, offered, spoken, record, asked, wished, time, standing, between);
    }

    TestPair standing(boolean returned, boolean longest, boolean favouriteOnline, boolean exactOnline) {
        return new TestPair(
                expert,
                offered,
                spoken,
                record,
                asked,
                wished,
                waited,
                new Standing(returned, longest, favouriteOnline, exactOnline),
                between);
    }

    TestPair between(boolean declined, boolean blocked, boolean favourite) {
        return new TestPair(
                expert,
                offered,
                spoken,
                record,
                asked,
                wished,
                waited,
                standing,
                new Between(declined, blocked, favourite));
    }

    Pair pair() {
        return pairIn("", "");
    }

    /** With the expert, and the ticket, in these sandboxes; empty for none. */
    Pair pairIn(String expertsSandbox, String ticketsSandbox) {
        return new Pair(
                new IdleExpert(
                        expert, "1", 1, offered.stream().map(TestPair::field).toList(), spoken, record, expertsSandbox),
                new WaitingTicket("tkt_1", "1", 1, "learner", field(asked), wished, waited, standing, ticketsSandbox),
                between);
    }

    private static Field field(String code) {
        return new Field(code, "Field " + code);
    }
}
