package dev.stoa.signaling.room;

import dev.stoa.signaling.cluster.Change;
import dev.stoa.signaling.cluster.Entry;
import dev.stoa.signaling.cluster.Member;
import dev.stoa.signaling.protocol.CloseReason;
import java.util.ArrayList;
import java.util.List;

/** One page's presence in a room on this instance: joining, then present, then gone. Lives on the loop. */
public final class Peer {

    private enum State {
        JOINING,
        PRESENT,
        GONE
    }

    private final Member member;
    private final Outlet outlet;
    private final List<Entry> held = new ArrayList<>();
    private State state = State.JOINING;
    private long seen;
    private long settled;
    private long acknowledged;
    private volatile boolean away;
    private boolean isBeingTold;

    Peer(Member member, Outlet outlet) {
        this.member = member;
        this.outlet = outlet;
    }

    Member member() {
        return member;
    }

    /** The peer's id; may be asked from any thread. */
    public String id() {
        return member.id();
    }

    Outlet outlet() {
        return outlet;
    }

    boolean isPresent() {
        return state == State.PRESENT;
    }

    /** Whether the others think that its page is away; may be asked from any thread. */
    public boolean isAway() {
        return away;
    }

    /** The others are being told that its page is away, until {@link #endTelling}. False if they are already. */
    boolean beginTelling() {
        var isFirst = !isBeingTold;
        isBeingTold = true;
        return isFirst;
    }

    void endTelling() {
        isBeingTold = false;
    }

    /** The room's number up to which its page knows who is in. */
    long seen() {
        return seen;
    }

    /** A numbered message of the page is settled, and those before it. True if it is the first of which the page has to be told. */
    boolean settle(long n) {
        var isFirst = settled == acknowledged;
        settled = Math.max(settled, n);
        return isFirst && settled > acknowledged;
    }

    /** The number up to which all is settled. */
    long settled() {
        return settled;
    }

    /** The number up to which all is settled, which the page is being told. */
    long acknowledge() {
        acknowledged = settled;
        return settled;
    }

    /**
     * Sends the first message, what was missed before {@code seq} and what came in meanwhile. False if the page was gone
     * before it was in.
     */
    boolean enter(long seq, String first, List<Entry> missed) {
        if (state == State.GONE) {
            return false;
        }
        seen = seq;
        state = State.PRESENT;
        outlet.deliver(first);
        missed.forEach(this::hand);
        var early = List.copyOf(held);
        held.clear();
        early.forEach(this::receive);
        return true;
    }

    /** Hands on what is for this page, and closes it when the entry says that it is no longer in the room. */
    void receive(Entry entry) {
        if (state == State.JOINING) {
            held.add(entry);
        } else if (entry.seq() == Entry.OUT_OF_BAND) {
            entry.changeOf(member.connection()).ifPresent(this::change);
        } else if (state == State.PRESENT && entry.seq() > seen) {
            seen = entry.seq();
            entry.changeOf(member.connection()).ifPresent(this::change);
            if (state == State.PRESENT) {
                hand(entry);
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

    private void hand(Entry entry) {
        if (entry.isFor(member.id())) {
            outlet.deliver(entry.message());
        }
    }

    private void change(Change change) {
        switch (change) {
            case AWAY -> away = true;
            case BACK -> away = false;
            case HEARD -> outlet.heard();
            case LEFT -> close(CloseReason.LEFT);
            // Its window ended before it was heard again.
            case LOST -> close(CloseReason.SILENT);
            case CLOSING -> close(CloseReason.CLOSING);
            case REPLACED, MOVED -> close(CloseReason.REPLACED);
            case REMOVED -> close(CloseReason.REMOVED);
            case ENDED -> close(CloseReason.ROOM_ENDED);
        }
    }

    private void close(CloseReason reason) {
        state = State.GONE;
        outlet.close(reason);
    }
}
