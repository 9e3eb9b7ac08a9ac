package dev.stoa.signaling.cluster;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** An order of matchmaking-service about a room. */
public sealed interface RoomCommand {

    /** The room has ended: nobody may be in it. */
    record End(String room) implements RoomCommand {}

    /** One participant may no longer be in it. */
    record Remove(String room, String peer) implements RoomCommand {}

    /** What ids of rooms and peers look like. */
    Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    /** Reads the fields of a stream's entry; empty if this version does not know the order. */
    static Optional<RoomCommand> of(Map<String, String> fields) {
        var room = fields.getOrDefault("room", "");
        var peer = fields.getOrDefault("peer", "");
        if (!ID.matcher(room).matches()) {
            return Optional.empty();
        }
        return switch (fields.getOrDefault("command", "")) {
            case "end" -> Optional.of(new End(room));
            case "remove" -> ID.matcher(peer).matches() ? Optional.of(new Remove(room, peer)) : Optional.empty();
            default -> Optional.empty();
        };
    }
}
