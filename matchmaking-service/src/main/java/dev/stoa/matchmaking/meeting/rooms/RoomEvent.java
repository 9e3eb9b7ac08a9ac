package dev.stoa.matchmaking.meeting.rooms;

import io.vertx.redis.client.Response;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Something that happened in a room, as signaling has written it down. */
sealed interface RoomEvent {

    /** A peer came into a room. */
    record Joined(String id, String room, String peer) implements RoomEvent {}

    /** The last peer went out of a room. */
    record Empty(String id, String room) implements RoomEvent {}

    /** Something that matters nothing here, or can't be understood. */
    record Other() implements RoomEvent {}

    /** What ids of rooms and peers can look like. */
    Pattern NAME = Pattern.compile("[0-9A-Za-z_-]{1,64}");

    /** Reads an entry of the stream. */
    static RoomEvent of(Response entry) {
        Response flat = entry.get(1);
        if (flat == null) {
            return new Other();
        }
        Map<String, String> fields = new HashMap<>();
        for (int i = 0; i + 1 < flat.size(); i += 2) {
            fields.put(flat.get(i).toString(), flat.get(i + 1).toString());
        }
        String id = entry.get(0).toString();
        String room = fields.getOrDefault("room", "");
        String peer = fields.getOrDefault("peer", "");
        if (!NAME.matcher(room).matches()) {
            return new Other();
        }
        return switch (fields.getOrDefault("event", "")) {
            case "joined" -> NAME.matcher(peer).matches() ? new Joined(id, room, peer) : new Other();
            case "empty" -> new Empty(id, room);
            default -> new Other();
        };
    }
}
