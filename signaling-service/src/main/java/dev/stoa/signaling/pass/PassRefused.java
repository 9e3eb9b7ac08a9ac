package dev.stoa.signaling.pass;

/** A pass is not good; the message is for the log, never for whoever showed it. */
public final class PassRefused extends Exception {

    private static final long serialVersionUID = 1L;

    PassRefused(String message) {
        super(message, null, false, false);
    }
}
