package dev.stoa.signaling.cluster;

import dev.stoa.signaling.protocol.LeaveReason;

/**
 * One numbered entry of a room's log, the same in the stream and on the channel.
 *
 * @param seq its number in the room, 1 or more
 * @param from the peer that it is from or about
 * @param to the peer that it is for, or {@link #ALL} for everybody but {@code from}
 * @param about of a departure, "reason:connection"; else "-"
 * @param message the message for pages, encoded with the number 0
 */
public record Entry(long seq, String from, String to, String about, String message) {

    /** Addressed to everybody else. */
    public static final String ALL = "*";

    /** Reads "number from to about message". */
    static Entry published(String text) {
        var space = text.indexOf(' ');
        return logged(Long.parseLong(text, 0, space, 10), text.substring(space + 1));
    }

    /** Reads "from to about message". */
    static Entry logged(long seq, String text) {
        var from = text.indexOf(' ');
        var to = text.indexOf(' ', from + 1);
        var about = text.indexOf(' ', to + 1);
        return new Entry(
                seq,
                text.substring(0, from),
                text.substring(from + 1, to),
                text.substring(to + 1, about),
                text.substring(about + 1));
    }

    /** Whether a page of this peer should get it. */
    public boolean isFor(String peer) {
        return to.equals(ALL) ? !from.equals(peer) : to.equals(peer);
    }

    /** Whether it says that this very connection is no longer in the room. */
    public boolean endsConnection(String connection) {
        return about.endsWith(connection) && about.indexOf(':') == about.length() - connection.length() - 1;
    }

    /** Why the connection is no longer in the room; only of a departure. */
    public LeaveReason reason() {
        return LeaveReason.of(about.substring(0, about.indexOf(':')));
    }
}
