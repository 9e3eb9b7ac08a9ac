package dev.stoa.signaling.protocol;

/** A text frame is not a message of this protocol; carries the answer for its sender. */
public final class Malformed extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient ServerMessage.Error answer;

    Malformed(ServerMessage.Error answer) {
        super(answer.message(), null, false, false);
        this.answer = answer;
    }

    /** A binary frame. */
    public static Malformed binary() {
        return new Malformed(new ServerMessage.Error(ErrorCode.BAD_MESSAGE, "send text frames only", null, null));
    }

    /** The error to send back. */
    public ServerMessage.Error answer() {
        return answer;
    }
}
