package dev.stoa.matchmaking.meeting.match;

import dev.stoa.matchmaking.meeting.match.Verdict.Fits;
import dev.stoa.matchmaking.meeting.match.Verdict.Held;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The verdicts on a page of pairs.
 *
 * @param choices those who may meet now, the best first; among equals who has waited or been idle longer
 * @param held how long until the first of those who may not meet yet is to be judged again
 */
record Judgement(List<Choice> choices, Optional<Duration> held) {

    /** Two who may meet, and what speaks for it. */
    record Choice(Pair pair, Fits fits) {

        private static final Comparator<Choice> BEST_FIRST = Comparator.comparing(Choice::fits, Fits.BEST_FIRST)
                .thenComparingLong(choice -> choice.pair().ticket().order())
                .thenComparingLong(choice -> choice.pair().expert().order());
    }

    /** Judges each pair by itself, and ranks. */
    static Judgement of(List<Pair> pairs, Loosening loosening) {
        List<Choice> choices = new ArrayList<>();
        Optional<Duration> held = Optional.empty();
        for (Pair pair : pairs) {
            switch (Verdict.of(pair, loosening)) {
                case Fits fits -> choices.add(new Choice(pair, fits));
                case Held(Duration left) -> held = sooner(held, Optional.of(left));
                case Verdict.Unfit ignored -> {}
            }
        }
        choices.sort(Choice.BEST_FIRST);
        return new Judgement(List.copyOf(choices), held);
    }

    /** The shorter one of those that there are. */
    static Optional<Duration> sooner(Optional<Duration> one, Optional<Duration> other) {
        return one.isPresent() && other.isPresent()
                ? Optional.of(one.get().compareTo(other.get()) < 0 ? one.get() : other.get())
                : one.or(() -> other);
    }
}
