package dev.stoa.matchmaking.proof;

/** Redis answered nobody between these two moments, in ms since 1970. */
record Outage(long from, long to) {

    /** How much of it lies between two moments, ms. */
    long within(long since, long until) {
        return Math.max(0, Math.min(to, until) - Math.max(from, since));
    }

    long length() {
        return to - from;
    }
}
