package dev.stoa.localstack.bench.matchmaking;

import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The measurements, one after the other on the same instances; each with accounts of its own. */
final class Trial {
    private static final Duration FAREWELL = Duration.ofSeconds(20);
    private static final int EXPERTS_WITH_CROWD = 32;
    private static final int TICK_MS = 5;

    /**
     * What came out of one.
     *
     * @param lost tickets that did not come to an end though there was somebody for each
     */
    record Outcome(
            double perSecond,
            double claimP99,
            double eventP50,
            double eventP99,
            int lost,
            int matchedTwice,
            Map<String, Integer> failures) {}

    private final Vertx vertx;
    private final List<Integer> ports;
    private final Provider provider;
    private final Settings settings;
    private int accounts;

    Trial(Vertx vertx, List<Integer> ports, Provider provider, Settings settings) {
        this.vertx = vertx;
        this.ports = ports;
        this.provider = provider;
        this.settings = settings;
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
        var perSecond = measure(play, time);
        return end(play, experts, perSecond, true);
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
        Play.sleep(2_000);
        var perSecond = measure(play, settings.measured());
        vertx.cancelTimer(timer);
        return end(play, experts, perSecond, true);
    }

    /** So many tickets wait all the time, oldest first, for a few experts. */
    Outcome withCrowd(int size, int fields) {
        var play = play();
        var crowd = learners(play, size, false, fields);
        var experts = experts(play, EXPERTS_WITH_CROWD, fields);
        play.fill(crowd);
        play.watch(List.of(), experts);
        play.on(() -> {
            experts.forEach(Expert::comeForward);
            return true;
        });
        Play.sleep(2_000);
        var perSecond = measure(play, settings.measured());
        return end(play, experts, perSecond, false);
    }

    private Play play() {
        return new Play(vertx, new Api(vertx, ports));
    }

    private static double measure(Play play, Duration time) {
        play.on(() -> {
            play.tally().restart();
            return true;
        });
        var begin = System.nanoTime();
        Play.sleep(time.toMillis());
        var done = play.on(() -> play.tally().count());
        return done / ((System.nanoTime() - begin) / 1e9);
    }

    private static Outcome end(Play play, List<Expert> experts, double perSecond, boolean allEnd) {
        var tally = play.tally();
        var claimP99 = tally.claimMs(99);
        var eventP50 = tally.eventMs(50);
        var eventP99 = tally.eventMs(99);
        play.on(() -> {
            play.rest();
            return true;
        });
        var end = System.nanoTime() + FAREWELL.toNanos();
        while (allEnd && play.on(play::unfinished) > 0 && System.nanoTime() < end) Play.sleep(50);
        var lost = allEnd ? play.on(play::unfinished) : 0;
        play.on(() -> {
            play.stop();
            return true;
        });
        play.clear(experts);
        play.close();
        return new Outcome(perSecond, claimP99, eventP50, eventP99, lost, tally.matchedTwice(), tally.failures());
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
