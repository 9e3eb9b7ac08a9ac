package dev.stoa.signaling.redis;

/** Redis cannot be asked just now. */
public final class Unavailable extends Exception {

    private static final long serialVersionUID = 1L;

    private final boolean wasSent;

    private Unavailable(String message, boolean wasSent) {
        super(message, null, false, false);
        this.wasSent = wasSent;
    }

    /** Redis has not been asked. */
    static Unavailable unsent(String message) {
        return new Unavailable(message, false);
    }

    /** Redis was asked, and nobody can tell whether it did what it was asked for. */
    static Unavailable unanswered(String message) {
        return new Unavailable(message, true);
    }

    /** Whether Redis may have done what it was asked for. */
    public boolean wasSent() {
        return wasSent;
    }
}
