package dev.stoa.signaling.cluster;

/** What became of a message. */
public enum AppendOutcome {
    /** It has its number and is on its way. */
    ACCEPTED,
    /** Its number in the session was settled before; nothing was done. */
    REPEATED,
    /** The sender's connection is no longer in the room. */
    SENDER_GONE,
    /** The addressee is not in the room, or came in later than the sender can know. */
    ADDRESSEE_UNKNOWN,
    /** An earlier message of the session has not come yet; this one was not taken in. */
    OUT_OF_ORDER,
    /** The sender's pass does not allow it. */
    NOT_ALLOWED;

    /** What the step says: the message's number, or one that is not above 0. */
    public static AppendOutcome of(long number) {
        return switch ((int) Math.min(number, 1)) {
            case 0 -> REPEATED;
            case -1 -> SENDER_GONE;
            case -2 -> ADDRESSEE_UNKNOWN;
            case -3 -> OUT_OF_ORDER;
            case -4 -> NOT_ALLOWED;
            default -> ACCEPTED;
        };
    }

    /** Whether trying the same again would change nothing. */
    public boolean isSettled() {
        return switch (this) {
            case ACCEPTED, REPEATED, ADDRESSEE_UNKNOWN, NOT_ALLOWED -> true;
            case SENDER_GONE, OUT_OF_ORDER -> false;
        };
    }
}
