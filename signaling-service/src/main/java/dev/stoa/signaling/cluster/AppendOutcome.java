package dev.stoa.signaling.cluster;

/** What became of a message. */
public enum AppendOutcome {
    /** It has its number and is on its way. */
    ACCEPTED,
    /** The sender's connection is no longer in the room. */
    SENDER_GONE,
    /** The addressee is not in the room, or came in later than the sender can know. */
    ADDRESSEE_UNKNOWN
}
