package dev.stoa.signaling.protocol;

/** A field breaks its bounds; the message says which and how. */
public final class InvalidField extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final ErrorCode code;

    InvalidField(ErrorCode code, String message) {
        super(message);
        this.code = code;
    }

    ErrorCode code() {
        return code;
    }
}
