package dev.stoa.matchmaking.queue;

/** An entry of the event log. */
public sealed interface LogEntry {

    /** Its id. */
    EventId id();

    /** Something that an account is told; {@code data} is JSON. */
    record Told(EventId id, String account, String type, String data) implements LogEntry {}

    /** A ticket gave up its place: those of the field behind it, from this rank (0 is the first) on, moved up. */
    record MovedUp(EventId id, String field, int rank) implements LogEntry {}
}
