package dev.stoa.matchmaking.proof;

/** Ids of events as numbers, in the order of the log. */
final class EventIds {

    private static final int NUMBER_BITS = 20;

    private EventIds() {}

    /** Reads {@code <ms>-<number>}. */
    static long of(String id) {
        int dash = id.indexOf('-');
        return Long.parseLong(id.substring(0, dash)) << NUMBER_BITS | Long.parseLong(id.substring(dash + 1));
    }

    /** The time in an id, ms since 1970. */
    static long ms(long id) {
        return id >> NUMBER_BITS;
    }
}
