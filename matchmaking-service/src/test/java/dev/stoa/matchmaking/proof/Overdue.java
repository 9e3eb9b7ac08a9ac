package dev.stoa.matchmaking.proof;

import java.util.ArrayList;
import java.util.List;

/** For how long offers outlived their deadlines, which stand still while Redis is away. */
final class Overdue {

    /** How long after its deadline an offer must be over, whoever died. */
    static final long LATEST_MS = 15_000;

    private record Over(long made, long deadline, long at) {

        long lateBy(List<Outage> outages) {
            return at
                    - deadline
                    - outages.stream()
                            .mapToLong(outage -> outage.within(made, at))
                            .sum();
        }
    }

    private final List<Over> over = new ArrayList<>();

    /** An offer is over, however it came to that; all moments in ms since 1970. */
    void add(long made, long deadline, long at) {
        if (at > deadline) {
            over.add(new Over(made, deadline, at));
        }
    }

    /** How many were over too late. */
    int late(List<Outage> outages) {
        return (int)
                over.stream().filter(offer -> offer.lateBy(outages) > LATEST_MS).count();
    }

    /** The longest that an offer outlived its deadline, ms. */
    long longest(List<Outage> outages) {
        return over.stream().mapToLong(offer -> offer.lateBy(outages)).max().orElse(0);
    }
}
