package dev.stoa.matchmaking.records.history;

import dev.stoa.matchmaking.queue.EventId;

/** A record as a step has left it; {@code data} is JSON. */
record Entry(EventId id, String kind, String data) {}
