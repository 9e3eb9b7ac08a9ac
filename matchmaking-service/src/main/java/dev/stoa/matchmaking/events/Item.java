package dev.stoa.matchmaking.events;

import org.jspecify.annotations.Nullable;

/**
 * One event as it goes out.
 *
 * @param id absent when a reader must not resume from it: pings, and places that only repeat what is so
 * @param data JSON
 */
record Item(@Nullable String id, String type, String data) {

    static final Item PING = new Item(null, "ping", "{\"type\":\"ping\"}");
}
