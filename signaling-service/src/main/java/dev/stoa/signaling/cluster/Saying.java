package dev.stoa.signaling.cluster;

import dev.stoa.signaling.protocol.Unnumbered;

/**
 * Something that a peer says.
 *
 * @param room the room's id
 * @param peer the sender
 * @param proof the sender's connection, or the key of its session
 * @param n the message's number in the session, 0 for none
 * @param right what it takes, a letter of the sender's rights
 * @param to a peer, or {@link Entry#ALL}
 * @param seen the number up to which the sender knows the room: an addressee that came in later is another page
 * @param message what the others get
 */
public record Saying(
        String room, String peer, String proof, long n, String right, String to, long seen, Unnumbered message) {

    /** A right that nobody has. */
    private static final String NO_RIGHT = "!";

    private static final Unnumbered NOTHING = new Unnumbered("", "");

    /** Only settles the number, of what was no message: {@link AppendOutcome#NOT_ALLOWED} if it was its turn. */
    public static Saying settling(String room, String peer, String proof, long n) {
        return new Saying(room, peer, proof, n, NO_RIGHT, Entry.ALL, 0, NOTHING);
    }

    /** What it becomes in the log. */
    public Entry entry(long seq) {
        return new Entry(seq, peer, to, Entry.NO_CHANGE, message.before() + seq + message.after());
    }
}
