package dev.stoa.localstack.bench.matchmaking;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The tickets that have not come to an end, and whose they are. What happens to one may be heard of before the answer of the
 * request that made it.
 */
final class Tickets {
    private final Map<String, Learner> open = new HashMap<>();
    private final Set<String> offeredUnknown = new HashSet<>();
    private final Set<String> endedUnknown = new HashSet<>();

    /** A learner is told its ticket. True if an expert was offered it already, and it has not come to an end. */
    boolean asked(String ticket, Learner learner) {
        boolean offered = offeredUnknown.remove(ticket);
        if (endedUnknown.remove(ticket)) return false;
        open.put(ticket, learner);
        return offered;
    }

    /** An expert was offered it. Whose it is, if that is known. */
    @Nullable
    Learner offered(String ticket) {
        var learner = open.get(ticket);
        if (learner == null) offeredUnknown.add(ticket);
        return learner;
    }

    @Nullable
    Learner of(String ticket) {
        return open.get(ticket);
    }

    /** It came to its end. Whose it was, if that is known. */
    @Nullable
    Learner ended(String ticket) {
        var learner = open.remove(ticket);
        if (learner == null) endedUnknown.add(ticket);
        return learner;
    }

    /** Those that have not come to an end. */
    Map<String, Learner> open() {
        return open;
    }
}
