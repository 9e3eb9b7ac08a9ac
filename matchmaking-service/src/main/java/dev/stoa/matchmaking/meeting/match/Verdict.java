package dev.stoa.matchmaking.meeting.match;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Whether an expert may be offered a ticket, now, and how much speaks for it. */
sealed interface Verdict {

    /**
     * They may meet.
     *
     * @param first whether the learner was ready before, which no score of others outweighs
     * @param minutes the sum of all merits
     * @param because the merits in words for both
     */
    record Fits(boolean first, double minutes, List<String> because) implements Verdict {

        /** The better one first. */
        static final Comparator<Fits> BEST_FIRST = Comparator.comparing(Fits::first)
                .thenComparingDouble(Fits::minutes)
                .reversed();
    }

    /** They must not meet. */
    record Unfit(Obstacle obstacle) implements Verdict {}

    /**
     * They may meet, but not yet: somebody better could still come.
     *
     * @param left how long until this is to be judged again, more than zero
     */
    record Held(Duration left) implements Verdict {}

    /** Decides: first the hard rules, then the steps that loosen with time, and only then the merits. */
    static Verdict of(Pair pair, Loosening loosening) {
        return Obstacle.of(pair)
                .<Verdict>map(Unfit::new)
                .or(() -> loosening.holds(pair).map(Held::new))
                .orElseGet(() -> fits(pair));
    }

    private static Fits fits(Pair pair) {
        boolean first = pair.ticket().standing().returned();
        double minutes = 0;
        List<String> because = new ArrayList<>();
        for (Merit merit : Merit.values()) {
            Merit.Counted counted = merit.of(pair);
            minutes += counted.minutes();
            if (!counted.words().isEmpty()) {
                because.add(counted.words());
            }
        }
        if (first) {
            because.add("Was ready before and goes first");
        }
        return new Fits(first, minutes, List.copyOf(because));
    }
}
