package dev.stoa.signaling.cluster;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * One numbered entry of a room's log, the same in the stream and on the channels.
 *
 * @param seq its number in the room, 1 or more; {@link #OUT_OF_BAND} for what is on a channel only
 * @param from the peer that it is from or about
 * @param to the peer that it is for, {@link #ALL} for everybody but {@code from}, or {@link #NOBODY}
 * @param about of a change of a connection's place, "change:connection"; else {@link #NO_CHANGE}
 * @param message the message for pages as it is sent to them
 */
public record Entry(long seq, String from, String to, String about, String message) {

    /** The number of what is not kept: it has no place in the order. */
    public static final long OUT_OF_BAND = 0;

    /** Addressed to everybody else. */
    public static final String ALL = "*";

    /** For the instances alone. */
    public static final String NOBODY = "-";

    /** It is not about a change. */
    static final String NO_CHANGE = "-";

    /** Reads what comes after {@code start}: "number from to about message". */
    static Entry of(String text, int start) {
        var seq = text.indexOf(' ', start);
        var from = text.indexOf(' ', seq + 1);
        var to = text.indexOf(' ', from + 1);
        var about = text.indexOf(' ', to + 1);
        return new Entry(
                Long.parseLong(text, start, seq, 10),
                text.substring(seq + 1, from),
                text.substring(from + 1, to),
                text.substring(to + 1, about),
                text.substring(about + 1));
    }

    /** As it comes back from Redis, where half of a surrogate pair becomes a question mark. */
    Entry asKept() {
        var kept = new String(message.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        return new Entry(seq, from, to, about, kept);
    }

    /** Whether a page of this peer should get it. */
    public boolean isFor(String peer) {
        return to.equals(ALL) ? !from.equals(peer) : to.equals(peer);
    }

    /** What it says became of this very connection. */
    public Optional<Change> changeOf(String connection) {
        var colon = about.length() - connection.length() - 1;
        return colon > 0 && about.charAt(colon) == ':' && about.endsWith(connection)
                ? Optional.of(Change.of(about.substring(0, colon)))
                : Optional.empty();
    }
}
