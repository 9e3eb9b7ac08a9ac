package dev.stoa.matchmaking.proof;

import java.util.Map;
import java.util.Set;

/** The states of a ticket and its legal moves, as the documents have them. */
final class Life {

    private static final Map<String, Set<String>> MOVES = Map.of(
            "", Set.of("queued"),
            "queued", Set.of("offered", "paused", "cancelled", "expired"),
            "offered", Set.of("matched", "queued", "paused", "cancelled"),
            "paused", Set.of("queued", "cancelled", "expired"),
            // The release before completes what is left so early, and may serve beside this one.
            "matched", Set.of("in-call", "queued", "failed", "cancelled", "completed"),
            "in-call", Set.of("completed"),
            "failed", Set.of("queued"),
            "completed", Set.of(),
            "cancelled", Set.of(),
            "expired", Set.of());

    private static final Set<String> OPEN = Set.of("queued", "offered", "paused", "matched", "in-call");

    private Life() {}

    /** Whether a ticket may go from one state to the other, or be told of again in the same one. */
    static boolean allows(String from, String to) {
        return from.equals(to)
                ? OPEN.contains(to)
                : MOVES.getOrDefault(from, Set.of()).contains(to);
    }

    /** Whether a ticket in this state is its account's open one. */
    static boolean isOpen(String state) {
        return OPEN.contains(state);
    }
}
