package dev.stoa.signaling.cluster;

/** Every key and channel in Redis. A room's keys share a hash tag. */
final class Keys {

    /** Stream: what happened in rooms, for matchmaking-service. */
    static final String ROOM_EVENTS = "sig:room-events";

    /** Stream: orders from matchmaking-service. */
    static final String ROOM_COMMANDS = "sig:room-commands";

    /** Sorted set: instance ids by the time of their last beat, ms. */
    static final String INSTANCES = "sig:instances";

    /** Channel: nobody ever says anything here; its subscription is a sign of life. */
    static final String PROBE = "sig:probe";

    private Keys() {}

    /** Hash: epoch, seq. */
    static String state(String room) {
        return "sig:{" + room + "}:state";
    }

    /** Hash: peer id to "connection instance number-of-its-join peer-as-JSON". */
    static String peers(String room) {
        return "sig:{" + room + "}:peers";
    }

    /** Stream: ids "number-0", one field entry, "from to about message". */
    static String stream(String room) {
        return "sig:{" + room + "}:stream";
    }

    /** Channel: "number from to about message". */
    static String channel(String room) {
        return "sig:{" + room + "}:pub";
    }

    /** String: there while the room may not be entered any more; matchmaking-service writes it. */
    static String ended(String room) {
        return "sig:{" + room + "}:ended";
    }

    /** String: the nonce with which a pass was first used. */
    static String pass(String room, String id) {
        return "sig:{" + room + "}:pass:" + id;
    }

    /** Set: rooms in which an instance has, or had, peers. */
    static String roomsOf(String instance) {
        return "sig:instance:{" + instance + "}:rooms";
    }
}
