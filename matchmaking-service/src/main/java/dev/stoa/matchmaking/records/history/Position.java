package dev.stoa.matchmaking.records.history;

import dev.stoa.matchmaking.queue.EventId;

/**
 * Up to where the records are written.
 *
 * @param epoch names the life of the records; ids of different epochs have nothing to do with each other
 */
record Position(String epoch, EventId id) {

    /** Where nothing is written. */
    static final Position NOWHERE = new Position("", new EventId(0, 0));
}
