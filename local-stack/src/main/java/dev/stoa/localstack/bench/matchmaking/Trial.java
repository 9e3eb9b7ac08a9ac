package dev.stoa.localstack.bench.matchmaking;

import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** The measurements, one after the other on the same instances; each with accounts of its own. */
final class Trial {
    private static final Duration FAREWELL = Duration.ofSeconds(20);
    private static final int EXPERTS_WITH_CROWD = 32;
    private static final int TICK_MS = 5;
    private static final int SETTLING_MS = 2_000;
    private static final Duration LONGEST_FILL = Duration.ofSeconds(75);

    /**
     * What came out of one.
     *
     * @param cpuMs CPU time for each life cycle in ms, by whom
     * @param lost tickets that did not come to an end though there was somebody for each; nothing where many wait on purpose
     */
    record Outcome(
            double perSecond,
            Map<String, Double> cpuMs,
            double claimP99,
            double eventP50,
            double eventP99,
            OptionalInt lost,
            int matchedTwice,
            Map<String, Integer> failures) {}

    private final Vertx vertx;
    private final List<Integer> ports;
    private final Provider provider;
    private final Settings settings;
    private final Supplier<Map<String, Duration>> cpu;
    private int accounts;

    /** @param cpu time used since the start, by whom */
    Trial(Vertx vertx, List<Integer> ports, Provider provider, Settings settings, Supplier<Map<String, Duration>> cpu) {
        this.vertx = vertx;
        this.ports = ports;
        this.provider = provider;
        this.settings = settings;
        this.cpu = cpu;
    }

    /** Before anything counts, so that the JVMs have compiled what is hot. */
    void warmUp() {
        closed(settings.atOnce(), settings.warmUp());
    }

    Outcome asFastAsPossible(int atOnce) {
        return closed(atOnce, settings.measured());
    }

    private Outcome closed(int atOnce, Duration time) {
        var play = play();
        var learners = learners(play, atOnce, true, 1);
        var experts = experts(play, atOnce, 1);
        play.watch(learners, experts);
        play.on(() -> {
            experts.forEach(Expert::comeForward);
            learners.forEach(Learner::ask);
            return true;
        });
        var pace = Pace.measure(play, time, cpu);
        return end(play, experts, pace);
    }

    /** An open loop: each learner asks when it is time, whatever became of the others. */
    Outcome atRate(int rate, int streams) {
        var play = play();
        var learners = learners(play, streams / 2, true, 1);
        var experts = experts(play, streams / 2, 1);
        play.watch(learners, experts);
        var begin = System.nanoTime();
        var asked = new long[1];
        long timer = play.on(() -> {
            experts.forEach(Expert::comeForward);
            play.wait(learners);
            return vertx.setPeriodic(TICK_MS, ignored -> {
                while (asked[0] * 1e9 / rate < System.nanoTime() - begin) {
                    asked[0]++;
                    play.askOne();
                }
            });
        });
        Play.sleep(SETTLING_MS);
        var pace = Pace.measure(play, settings.measured(), cpu);
        vertx.cancelTimer(timer);
        return end(play, experts, pace);
    }

    /** So many tickets of so many fields wait all the time, oldest first, for a few experts. */
    Outcome withFields(int size, int fields) {
        var play = play();
        Crowd.fill(play, learners(play, size, false, fields), LONGEST_FILL);
        var experts = experts(play, EXPERTS_WITH_CROWD, fields);
        play.watch(List.of(), experts);
        var outcome = served(play, experts);
        Crowd.clear(play, experts);
        play.close();
        return outcome;
    }

    /** More and more tickets of one field wait, oldest first, for a few experts; nothing is taken back in the end. */
    void growing(List<Integer> sizes, BiConsumer<Integer, Outcome> listener) {
        var play = play();
        var experts = experts(play, EXPERTS_WITH_CROWD, 1);
        play.watch(List.of(), experts);
        int waiting = 0;
        for (var size : sizes) {
            waiting = Crowd.fill(play, learners(play, size - waiting, false, 1), LONGEST_FILL);
            listener.accept(waiting, served(play, experts));
        }
        play.close();
    }

    private Outcome served(Play play, List<Expert> experts) {
        play.on(() -> {
            play.helping(true);
            experts.forEach(Expert::comeForward);
            return true;
        });
        Play.sleep(SETTLING_MS);
        var pace = Pace.measure(play, settings.measured(), cpu);
        play.on(() -> {
            play.helping(false);
            return true;
        });
        Play.sleep(SETTLING_MS);
        return outcome(play.tally(), pace, OptionalInt.empty());
    }

    private Play play() {
        return new Play(vertx, new Api(vertx, ports));
    }

    private static Outcome end(Play play, List<Expert> experts, Pace pace) {
        play.on(() -> {
            play.rest();
            return true;
        });
        var end = System.nanoTime() + FAREWELL.toNanos();
        while (play.on(play.open()::size) > 0 && System.nanoTime() < end) Play.sleep(50);
        Crowd.explain(play);
        var outcome = outcome(play.tally(), pace, OptionalInt.of(play.on(play.open()::size)));
        play.on(() -> {
            play.stop();
            return true;
        });
        Crowd.clear(play, experts);
        play.close();
        return outcome;
    }

    private static Outcome outcome(Tally tally, Pace pace, OptionalInt lost) {
        return new Outcome(
                pace.perSecond(),
                pace.cpuMs(),
                tally.claimMs(99),
                tally.eventMs(50),
                tally.eventMs(99),
                lost,
                tally.matchedTwice(),
                Map.copyOf(tally.failures()));
    }

    private List<Learner> learners(Play play, int count, boolean watching, int fields) {
        return IntStream.range(0, count)
                .mapToObj(number -> new Learner(play, account("learner", number % fields), watching))
                .toList();
    }

    private List<Expert> experts(Play play, int count, int fields) {
        return IntStream.range(0, count)
                .mapToObj(number -> new Expert(play, account("expert", number % fields)))
                .toList();
    }

    /** Fields of their own number, so that no two measurements meet each other's. */
    private Account account(String kind, int field) {
        int number = accounts++;
        var code = "%04d".formatted(1_000 + field);
        return new Account(number, code, provider.token(kind + "-" + number, code));
    }
}
