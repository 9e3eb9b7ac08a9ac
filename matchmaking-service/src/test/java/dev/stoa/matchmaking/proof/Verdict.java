package dev.stoa.matchmaking.proof;

import java.util.List;

/**
 * What came out.
 *
 * @param wrongs the first things that must not have happened
 * @param violations how many there were
 * @param late offers that were over too late, which is a matter of the machine too
 * @param longestOverdue the longest that an offer outlived its deadline, ms; it stands still while Redis is away
 */
record Verdict(
        List<String> wrongs,
        int violations,
        int operations,
        int tickets,
        int offers,
        int matches,
        int late,
        long longestOverdue) {}
