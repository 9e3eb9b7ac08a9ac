package dev.stoa.signaling.redis;

/** Redis cannot be asked just now. */
public final class Unavailable extends Exception {

    private static final long serialVersionUID = 1L;

    Unavailable(String message) {
        super(message, null, false, false);
    }
}
