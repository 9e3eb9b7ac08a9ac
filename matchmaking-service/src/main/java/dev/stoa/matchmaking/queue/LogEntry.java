package dev.stoa.matchmaking.queue;

import org.jspecify.annotations.Nullable;

/** An entry of the event log. */
public sealed interface LogEntry {

    /** Its id. */
    EventId id();

    /**
     * Something that an account is told.
     *
     * @param data JSON
     * @param admission as JSON, whom a room pass lets in that is of use just now; not kept for those who come later
     */
    record Told(
            EventId id,
            String account,
            String type,
            String data,
            @Nullable String admission) implements LogEntry {}

    /** A ticket gave up its place: those of the field behind it, from this rank (0 is the first) on, moved up. */
    record MovedUp(EventId id, String field, int rank) implements LogEntry {}
}
