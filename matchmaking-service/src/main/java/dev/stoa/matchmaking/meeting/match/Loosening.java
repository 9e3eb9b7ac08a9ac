package dev.stoa.matchmaking.meeting.match;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Wishes that a young ticket is held to, and that are let go of one after the other as it waits: first come the best
 * experts, then everybody (the rounds in which UPchieve tells favourites before all others work like this, 30 s each:
 * UPchieve/subway, {@code server/worker/jobs/textVolunteers.ts}). A wish that nobody who is online could fulfil holds
 * nothing up.
 */
record Loosening(List<Step> steps) {

    /** Everybody from the start. */
    static final Loosening NONE = new Loosening(List.of());

    /** What a young ticket is held to. */
    enum Wish {
        /** Only the learner's favourites, as long as one of them has an availability, were it in a call. */
        FAVOURITES(pair ->
                pair.ticket().standing().favouriteOnline() && !pair.between().favourite()),
        /** Only experts of exactly this field, as long as one of them has an availability, were it in a call. */
        EXACT_FIELD(pair -> pair.ticket().standing().exactOnline()
                && !pair.between().favourite()
                && pair.expert()
                        .covering(pair.ticket().field())
                        .filter(own -> own.code().equals(pair.ticket().field().code()))
                        .isEmpty());

        private final Predicate<Pair> isAgainst;

        Wish(Predicate<Pair> isAgainst) {
            this.isAgainst = isAgainst;
        }
    }

    /** A wish and the waiting time after which it is let go of. */
    record Step(Wish wish, Duration until) {

        private boolean holds(Pair pair) {
            return pair.ticket().waited().compareTo(until) < 0 && wish.isAgainst.test(pair);
        }
    }

    /** How long the two are kept apart from now on; empty when they may meet at once. Who comes first for having been ready in vain is never held. */
    Optional<Duration> holds(Pair pair) {
        if (pair.ticket().standing().returned()) {
            return Optional.empty();
        }
        return steps.stream()
                .filter(step -> step.holds(pair))
                .map(step -> step.until().minus(pair.ticket().waited()))
                .max(Duration::compareTo);
    }

    /** The waiting time after which nothing is held any more. */
    Duration longest() {
        return steps.stream().map(Step::until).max(Duration::compareTo).orElse(Duration.ZERO);
    }
}
