package dev.stoa.matchmaking.meeting.estimate;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;

/**
 * A field as it could be, in simulated time: learners come at random, wait in line, give up at random; experts answer
 * offers within seconds and are then in calls of random length. Each learner is given the estimate that the queue would give,
 * and the wait that came of it is held against it.
 */
final class SimulatedField {

    /**
     * How the field is.
     *
     * @param callSpread 1 for exponential call times, less for more even ones
     * @param shifts how many experts are there, in turn for two hours each
     */
    record Life(
            double arrivalsPerHour,
            double callMinutes,
            double callSpread,
            double patienceMinutes,
            List<Integer> shifts) {}

    /** How the estimates did: how many were an interval, how long these were, and how many waits ended within them. */
    record Score(int intervals, int within, double meanSeconds) {

        double coverage() {
            return (double) within / intervals;
        }
    }

    private static final int DEPARTURES = 31;
    private static final double SHIFT = 7_200;

    private record Event(double at, Runnable action) {}

    private static final class Learner {
        private final double came;
        private JsonNode told;
        private boolean offered;

        Learner(double came) {
            this.came = came;
        }
    }

    private final Life life;
    private final Random random;
    private final EstimateScript script;
    private final PriorityQueue<Event> events = new PriorityQueue<>(Comparator.comparingDouble(Event::at));
    private final List<Learner> asking = new ArrayList<>();
    private final Deque<String> departures = new ArrayDeque<>();
    private double now;
    private double lastClaim;
    private int experts;
    private int busy;
    private int intervals;
    private int within;
    private double seconds;

    SimulatedField(Life life, long seed, EstimateScript script) {
        this.life = life;
        this.random = new Random(seed);
        this.script = script;
        this.experts = life.shifts().getFirst();
    }

    /** Lets so many learners come. */
    Score run(int learners) {
        double at = 0;
        for (int i = 0; i < learners; i++) {
            at += exponential(3_600 / life.arrivalsPerHour());
            events.add(new Event(at, this::comes));
        }
        for (int shift = 1; shift * SHIFT < at; shift++) {
            int there = life.shifts().get(shift % life.shifts().size());
            events.add(new Event(shift * SHIFT, () -> {
                experts = there;
                serve();
            }));
        }
        while (!events.isEmpty()) {
            Event next = events.remove();
            now = next.at();
            next.action().run();
        }
        return new Score(intervals, within, seconds / intervals);
    }

    private void comes() {
        Learner learner = new Learner(now);
        learner.told = estimate();
        asking.add(learner);
        events.add(new Event(now + exponential(life.patienceMinutes() * 60), () -> {
            if (!learner.offered) {
                asking.remove(learner);
            }
        }));
        serve();
    }

    private JsonNode estimate() {
        double stalled =
                asking.isEmpty() || asking.getFirst().offered ? 0 : now - Math.max(lastClaim, asking.getFirst().came);
        return script.estimate(
                List.copyOf(departures), asking.size(), serving(), Math.max(0, experts - busy), ms(stalled));
    }

    /** Whoever is in a call stays until it ends. */
    private int serving() {
        return Math.max(experts, busy);
    }

    private void serve() {
        for (Learner learner : List.copyOf(asking)) {
            if (busy < experts && !learner.offered) {
                busy++;
                learner.offered = true;
                double claimed = now;
                events.add(new Event(now + 3 + random.nextDouble() * 15, () -> meets(learner, claimed)));
            }
        }
    }

    private void meets(Learner learner, double claimed) {
        asking.remove(learner);
        double head = Math.max(0, claimed - Math.max(learner.came, lastClaim));
        boolean waited = claimed - learner.came >= 1;
        departures.addFirst(ms(head) + ":" + Math.max(1, serving()) + ":" + (waited ? 1 : 0) + ":" + ms(now - claimed));
        if (departures.size() > DEPARTURES) {
            departures.removeLast();
        }
        lastClaim = claimed;
        judge(learner.told, now - learner.came);
        double even = life.callMinutes() * 60 * (1 - life.callSpread());
        events.add(new Event(now + even + exponential(life.callMinutes() * 60 * life.callSpread()), () -> {
            busy--;
            serve();
        }));
    }

    private void judge(JsonNode estimate, double wait) {
        if (!estimate.path("kind").asText().equals("interval")) {
            return;
        }
        double from = estimate.path("fromSeconds").asDouble();
        double to = estimate.path("toSeconds").asDouble();
        intervals++;
        within += wait >= from && wait <= to ? 1 : 0;
        seconds += to - from;
    }

    private double exponential(double mean) {
        return mean <= 0 ? 0 : -mean * Math.log(1 - random.nextDouble());
    }

    private static long ms(double seconds) {
        return Math.round(seconds * 1_000);
    }
}
