package dev.stoa.matchmaking.records.webhook;

import dev.stoa.matchmaking.queue.DerivedId;
import dev.stoa.matchmaking.queue.EventId;
import java.time.Instant;

/**
 * Something that has happened to an integrator's ticket.
 *
 * @param at its id in the outbox
 * @param data JSON
 * @param accounts JSON array of those whose names or words are in it; empty when that is not known
 */
record Event(EventId at, String integrator, String type, String data, String accounts) {

    static final String PREFIX = "evt_";

    /** Its name outside, which follows from what it says: whoever writes it down twice has written it down once. */
    String id() {
        return PREFIX + DerivedId.of(at + "\n" + integrator + "\n" + data);
    }

    /** The JSON to send. */
    String payload() {
        return payload(type, Instant.ofEpochMilli(at.ms()), data);
    }

    static String payload(String type, Instant at, String data) {
        return "{\"type\":\"" + type + "\",\"timestamp\":\"" + at + "\",\"data\":" + data + "}";
    }
}
