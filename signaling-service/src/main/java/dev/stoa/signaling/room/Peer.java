package dev.stoa.signaling.room;

import dev.stoa.signaling.cluster.Entry;
import dev.stoa.signaling.cluster.Member;
import dev.stoa.signaling.pass.Pass;
import dev.stoa.signaling.protocol.CloseReason;
import dev.stoa.signaling.protocol.LeaveReason;
import dev.stoa.signaling.protocol.Wire;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** One page's presence in a room on this instance: joining, then present, then gone. Lives on the loop. */
public final class Peer {

    private enum State {
        JOINING,
        PRESENT,
        GONE
    }

    private final Member member;
    private final Set<Pass.Right> can;
    private final Outlet outlet;
    private final List<Entry> held = new ArrayList<>();
    private State state = State.JOINING;
    private long joinedAt;

    Peer(Member member, Set<Pass.Right> can, Outlet outlet) {
        this.member = member;
        this.can = can;
        this.outlet = outlet;
    }

    Member member() {
        return member;
    }

    Outlet outlet() {
        return outlet;
    }

    boolean may(Pass.Right right) {
        return can.contains(right);
    }

    boolean isPresent() {
        return state == State.PRESENT;
    }

    /** The number of its own peer-joined: what was said before is not for this page. */
    long joinedAt() {
        return joinedAt;
    }

    /** Sends the welcome and what came in meanwhile. False if the page was gone before it was in. */
    boolean welcome(long seq, String text) {
        if (state == State.GONE) {
            return false;
        }
        joinedAt = seq;
        state = State.PRESENT;
        outlet.deliver(text);
        var early = List.copyOf(held);
        held.clear();
        early.forEach(this::receive);
        return true;
    }

    /** Hands on what is for this page, and closes it when the entry says that it is no longer in the room. */
    void receive(Entry entry) {
        if (state == State.JOINING) {
            held.add(entry);
        } else if (state == State.PRESENT && entry.seq() > joinedAt) {
            if (entry.endsConnection(member.connection())) {
                state = State.GONE;
                outlet.close(closeReason(entry.reason()));
            } else if (entry.isFor(member.id())) {
                outlet.deliver(Wire.number(entry.message(), entry.seq()));
            }
        }
    }

    /** Marks it as gone; false if it was so already. */
    boolean leave() {
        var was = state;
        state = State.GONE;
        held.clear();
        return was != State.GONE;
    }

    boolean isGone() {
        return state == State.GONE;
    }

    private static CloseReason closeReason(LeaveReason reason) {
        return switch (reason) {
            case LEFT -> CloseReason.LEFT;
            // Another instance took this one for dead.
            case LOST -> CloseReason.SILENT;
            case REPLACED -> CloseReason.REPLACED;
            case REMOVED -> CloseReason.ROOM_ENDED;
        };
    }
}
