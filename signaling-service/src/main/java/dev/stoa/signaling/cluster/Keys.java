package dev.stoa.signaling.cluster;

/**
 * Every key and channel in Redis. Those that one step touches share a hash tag: a room's, those about the instances, and the
 * stream for matchmaking-service with what it needs. Only the step for messages takes those of several rooms, on a single Redis.
 */
final class Keys {

    /** Stream: what happened in rooms, for matchmaking-service. */
    static final String ROOM_EVENTS = "sig:room-events";

    /** Stream: orders from matchmaking-service. */
    static final String ROOM_COMMANDS = "sig:room-commands";

    /** Sorted set: instance ids by the time of their last beat, ms. */
    static final String INSTANCES = "{sig}:instances";

    /** Sorted set: {@link Window}s in which pages may come back, by their end on the {@link #CLOCK}. */
    static final String AWAY = "{sig}:away";

    /** Hash: at (ms of the last beat of any instance; matchmaking-service sees by it that one lives), idle (ms without any beat, which do not count). */
    static final String CLOCK = "{sig}:clock";

    /** Channel: nobody ever says anything here; its subscription is a sign of life. */
    static final String PROBE = "sig:probe";

    private Keys() {}

    /** Hash: the room's epoch and numbers, which lua/parts/shared.lua says. */
    static String state(String room) {
        return "sig:{" + room + "}:state";
    }

    /** Hash: peer id to its place, whose form lua/parts/shared.lua says. */
    static String peers(String room) {
        return "sig:{" + room + "}:peers";
    }

    /** Stream: ids "number-0", one field entry, whose form lua/parts/shared.lua says. */
    static String stream(String room) {
        return "sig:{" + room + "}:stream";
    }

    /** Channel: what is said in the room and is for that instance, or for a peer there. */
    static String channel(String room, String instance) {
        return channels(room) + instance;
    }

    /** What comes before the instance in the names of the room's channels. */
    static String channels(String room) {
        return "sig:{" + room + "}:to:";
    }

    /** String: there while the room may not be entered any more; matchmaking-service writes it. */
    static String ended(String room) {
        return "sig:{" + room + "}:ended";
    }

    /** Set: participants that may not come in any more; matchmaking-service writes it. */
    static String removed(String room) {
        return "sig:{" + room + "}:removed";
    }

    /** String: the nonce with which a pass was first used. */
    static String pass(String room, String id) {
        return "sig:{" + room + "}:pass:" + id;
    }

    /** List: what happened in the room and was not surely handed on to {@link #ROOM_EVENTS}, "time peer event...". */
    static String events(String room) {
        return "sig:{" + room + "}:events";
    }

    /** String: the time of the last event of the room that was handed on. */
    static String told(String room) {
        return "{" + ROOM_EVENTS + "}:told:" + room;
    }

    /** Set: rooms in which an instance has, or had, peers. */
    static String roomsOf(String instance) {
        return "{sig}:rooms:" + instance;
    }
}
