package dev.stoa.matchmaking.meeting.match;

import java.util.Optional;
import java.util.function.Predicate;

/** The hard rules: why an expert must not be offered a ticket, whatever else speaks for it. */
enum Obstacle {
    /** One of the two is only simulated, and they are not in the same sandbox. */
    SANDBOX(pair -> !pair.expert().sandbox().equals(pair.ticket().sandbox())),
    /** Nobody is offered their own ticket. */
    ONESELF(pair -> pair.expert().account().equals(pair.ticket().account())),
    /** One of the two does not want to meet the other. */
    BLOCKED(pair -> pair.between().blocked()),
    /** The expert has declined this ticket before. */
    DECLINED(pair -> pair.between().declined()),
    /** None of the expert's fields is the ticket's, or lies above it. */
    FIELD(pair -> pair.expert().covering(pair.ticket().field()).isEmpty()),
    /** They have no language in common. */
    LANGUAGE(pair -> pair.ticket().languages().stream().noneMatch(pair.expert().languages()::contains));

    // That leases are alive, that nobody is in a call and that fields are verified is not asked here: only who is all
    // of
    // that is in the queue, and the claim looks again in the same step in which it makes the offer.

    private final Predicate<Pair> between;

    Obstacle(Predicate<Pair> between) {
        this.between = between;
    }

    /** The first one that stands between the two, or empty when they may meet. */
    static Optional<Obstacle> of(Pair pair) {
        for (Obstacle obstacle : values()) {
            if (obstacle.between.test(pair)) {
                return Optional.of(obstacle);
            }
        }
        return Optional.empty();
    }
}
