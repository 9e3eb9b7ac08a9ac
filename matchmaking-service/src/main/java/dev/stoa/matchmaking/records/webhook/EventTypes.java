package dev.stoa.matchmaking.records.webhook;

import java.util.List;

/** The types of events that a webhook can be called for. */
final class EventTypes {

    /** What a test call is of; nobody can choose it. */
    static final String PING = "ping";

    /** Tickets and matches by the state that they have come into. */
    static final List<String> ALL = List.of(
            "ticket.queued",
            "ticket.offered",
            "ticket.paused",
            "ticket.matched",
            "ticket.in-call",
            "ticket.completed",
            "ticket.cancelled",
            "ticket.expired",
            "ticket.failed",
            "match.matched",
            "match.in-call",
            "match.ended");

    private EventTypes() {}
}
