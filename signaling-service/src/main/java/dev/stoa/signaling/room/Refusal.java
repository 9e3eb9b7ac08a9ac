package dev.stoa.signaling.room;

import dev.stoa.signaling.cluster.AppendOutcome;
import dev.stoa.signaling.protocol.ErrorCode;
import dev.stoa.signaling.protocol.ServerMessage;
import org.jspecify.annotations.Nullable;

/** How a page is told that its message was not taken in. */
enum Refusal {
    ADDRESSEE_UNKNOWN(ErrorCode.UNKNOWN_PEER, "send it to a peer that is in the room"),
    NOT_ALLOWED(ErrorCode.NOT_ALLOWED, "your room pass does not allow this"),
    OUT_OF_ORDER(ErrorCode.OUT_OF_ORDER, "send the first message that is not settled, then the rest"),
    SENDER_GONE(ErrorCode.UNAVAILABLE, "you are no longer in the room"),
    NOT_IN_YET(ErrorCode.UNAVAILABLE, "wait for the welcome"),
    REDIS_AWAY(ErrorCode.UNAVAILABLE, "send it again in a moment");

    private final ErrorCode code;
    private final String advice;

    Refusal(ErrorCode code, String advice) {
        this.code = code;
        this.advice = advice;
    }

    /** The refusal of an outcome that is one. */
    static Refusal of(AppendOutcome outcome) {
        return switch (outcome) {
            case ADDRESSEE_UNKNOWN -> ADDRESSEE_UNKNOWN;
            case NOT_ALLOWED -> NOT_ALLOWED;
            case OUT_OF_ORDER -> OUT_OF_ORDER;
            case SENDER_GONE -> SENDER_GONE;
            case ACCEPTED, REPEATED -> throw new IllegalArgumentException(outcome + " is no refusal");
        };
    }

    /** What the page is told of what it sent with that id and number. */
    ServerMessage.Error answer(@Nullable String ref, @Nullable Long n) {
        return new ServerMessage.Error(code, advice, ref, n);
    }

    ErrorCode code() {
        return code;
    }
}
