package dev.stoa.signaling.protocol;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** What can be wrong with one message. The socket stays open. */
public enum ErrorCode {
    /** Not JSON, not an object, or a field is missing, of the wrong kind or out of bounds. */
    @JsonProperty("bad-message")
    BAD_MESSAGE,
    /** A field is longer than it may be. */
    @JsonProperty("too-large")
    TOO_LARGE,
    /** A {@code type} that this version does not know. */
    @JsonProperty("unknown-type")
    UNKNOWN_TYPE,
    /** Nobody of that id is in the room, or no longer as the page knew it. */
    @JsonProperty("unknown-peer")
    UNKNOWN_PEER,
    /** The room pass does not allow this type of message. */
    @JsonProperty("not-allowed")
    NOT_ALLOWED,
    /** Too many messages in too short a time; this one was not sent. */
    @JsonProperty("rate-limited")
    RATE_LIMITED,
    /** An earlier numbered message of the session is missing: it has to come first; this one was not sent. */
    @JsonProperty("out-of-order")
    OUT_OF_ORDER,
    /** The service could not take it in just now; this one was not sent, or nobody can tell. */
    @JsonProperty("unavailable")
    UNAVAILABLE;

    /** The word on the wire. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
