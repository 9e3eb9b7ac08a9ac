package dev.stoa.signaling.cluster;

import java.util.Optional;

/**
 * The time in which a page that is away may come back.
 *
 * @param member whose page it is, with the connection that it had
 * @param deadline its end on the instances' clock, ms; no other window of the same connection ends then
 */
record Window(Member member, String deadline) {

    /** Reads what {@link #text()} wrote. */
    static Window of(String text) {
        var parts = text.split(" ");
        return new Window(new Member(parts[0], parts[1], parts[2]), parts[3]);
    }

    /** The window that a step says has ended: "connection deadline", or "" for none. */
    static Optional<Window> ended(String room, String peer, String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(of(room + " " + peer + " " + text));
    }

    /** As it stands on the list. */
    String text() {
        return member.room() + " " + member.id() + " " + member.connection() + " " + deadline;
    }
}
