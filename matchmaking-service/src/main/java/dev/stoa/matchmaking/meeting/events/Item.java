package dev.stoa.matchmaking.meeting.events;

import io.vertx.core.buffer.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * One event as it goes out.
 *
 * @param id absent when a reader must not resume from it: pings, last words, and places that only repeat what is so
 * @param data JSON on one line
 */
record Item(@Nullable String id, String type, String data) {

    static final Item PING = new Item(null, "ping", "{\"type\":\"ping\"}");
    static final Item REPLACED = new Item(null, "replaced", "{\"type\":\"replaced\"}");

    /** The event in the format of server-sent events. */
    Buffer encode() {
        Buffer out = Buffer.buffer(data.length() + 64);
        if (id != null) {
            out.appendString("id: ").appendString(id).appendString("\n");
        }
        return out.appendString("event: ")
                .appendString(type)
                .appendString("\ndata: ")
                .appendString(data)
                .appendString("\n\n");
    }
}
