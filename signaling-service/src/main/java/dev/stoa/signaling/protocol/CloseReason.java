package dev.stoa.signaling.protocol;

import java.util.Locale;

/** Every code with which the service closes a socket, what it says, and whether a page should connect again by itself. */
public enum CloseReason {
    LEFT(1000, false, "you left the room"),
    CLOSING(1001, true, "your page is being closed"),
    NOT_UTF8(1007, false, "text must be UTF-8"),
    TOO_LARGE(1009, false, "a message must be at most 64 KiB"),
    RESTARTING(1012, true, "this instance restarts: connect again"),
    UNAVAILABLE(1013, true, "the room cannot be reached just now: try again in a moment"),
    SLOW_CONSUMER(4000, true, "messages were not read fast enough: connect again"),
    SILENT(4001, true, "nothing was heard for too long: connect again"),
    BAD_MESSAGES(4400, false, "too many messages that do not follow the protocol"),
    PASS_REFUSED(4401, true, "the room pass was used before: ask for a new one"),
    REMOVED(4403, false, "you were taken out of the room"),
    NOT_RESUMED(4404, true, "you cannot come back with this session: join with a new room pass"),
    REPLACED(4409, false, "you joined again from somewhere else"),
    ROOM_ENDED(4410, false, "the room has ended"),
    ROOM_FULL(4423, false, "the room is full"),
    FLOOD(4429, false, "too many messages in too short a time");

    private final int code;
    private final boolean reconnect;
    private final String text;

    CloseReason(int code, boolean reconnect, String text) {
        this.code = code;
        this.reconnect = reconnect;
        this.text = text;
    }

    /** The WebSocket close code. */
    public int code() {
        return code;
    }

    /** Whether a page should connect again by itself. */
    public boolean reconnect() {
        return reconnect;
    }

    /** The reason text of the close frame, at most 123 bytes. */
    public String text() {
        return text;
    }

    /** The name in kebab-case, as the web-ui and the metrics spell it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
