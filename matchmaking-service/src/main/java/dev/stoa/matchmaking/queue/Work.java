package dev.stoa.matchmaking.queue;

/** Something that a step leaves to be done by the instance that took it, or by the sweep of any instance. */
public sealed interface Work {

    /** A ticket that can be offered; {@code member} names it on the list of the untried. */
    record TryTicket(String ticket, String member) implements Work {}

    /** An expert who can be offered something. */
    record TryExpert(String account, String member) implements Work {}

    /** A room that signaling has to be told is over. */
    record EndRoom(String room) implements Work {}

    /** A peer that signaling has to keep out of a room. */
    record RemovePeer(String room, String peer) implements Work {}

    /** Reads {@code t:<ticket>:<turn>}, {@code e:<account>:<revision>}, {@code r:<room>} or {@code x:<room>:<peer>}. */
    static Work of(String member) {
        String rest = member.substring(2);
        return switch (member.charAt(0)) {
            case 't' -> new TryTicket(rest.substring(0, rest.lastIndexOf(':')), member);
            case 'e' -> new TryExpert(rest.substring(0, rest.lastIndexOf(':')), member);
            case 'r' -> new EndRoom(rest);
            case 'x' -> new RemovePeer(rest.substring(0, rest.indexOf(':')), rest.substring(rest.indexOf(':') + 1));
            default -> throw new IllegalArgumentException("No such work: " + member);
        };
    }
}
