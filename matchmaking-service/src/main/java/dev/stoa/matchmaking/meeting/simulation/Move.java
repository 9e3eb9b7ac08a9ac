package dev.stoa.matchmaking.meeting.simulation;

/** What one of the simulated people does next. */
sealed interface Move {

    /** Nothing: it is somebody else's turn. */
    record Wait() implements Move {}

    /** An expert becomes available. */
    record Appear(String expert) implements Move {}

    /** An expert accepts. */
    record Accept(String offer, String expert) implements Move {}

    /** An expert declines. */
    record Decline(String offer, String expert) implements Move {}

    /** The learner is ready. */
    record Ready(String offer) implements Move {}

    /** Somebody comes into the room. */
    record Join(String room, String peer) implements Move {}

    /** An expert hangs up. */
    record HangUp(String match, String expert) implements Move {}
}
