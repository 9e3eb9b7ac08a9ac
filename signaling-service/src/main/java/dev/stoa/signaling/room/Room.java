package dev.stoa.signaling.room;

import dev.stoa.signaling.cluster.Entry;
import dev.stoa.signaling.cluster.Heard;
import dev.stoa.signaling.cluster.Missed;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A room with peers on this instance. Puts what is heard in order without holes. Lives on the loop. */
final class Room {

    private static final long UNKNOWN = -1;
    // Beyond this many the rest is dropped and read from the log later.
    private static final int MOST_WAITING = 2_000;

    private final String id;
    private final Future<Void> prepared;
    private final List<Peer> peers = new ArrayList<>();
    private final List<Heard> waiting = new ArrayList<>();
    private String epoch = "";
    private long last = UNKNOWN;
    // The last entry that is known, which may be one that somebody here said and nobody here hears.
    private @Nullable Entry latest;
    private boolean reading;
    private boolean dropped;
    private boolean readAfterJoin;

    Room(String id, Future<Void> prepared) {
        this.id = id;
        this.prepared = prepared;
    }

    String id() {
        return id;
    }

    /** Completes when everything said from then on is heard, and nobody is forgotten should this instance die. */
    Future<Void> prepared() {
        return prepared;
    }

    String epoch() {
        return epoch;
    }

    /** The last number up to which everything for this instance was handed on; below 0 before the first join. */
    long last() {
        return last;
    }

    List<Peer> peers() {
        return List.copyOf(peers);
    }

    void add(Peer peer) {
        peers.add(peer);
    }

    void remove(Peer peer) {
        peers.remove(peer);
    }

    boolean isEmpty() {
        return peers.isEmpty();
    }

    /** Forgets what was said, because Redis has lost it: who comes in next begins anew. */
    void forget() {
        last = UNKNOWN;
        latest = null;
        reading = false;
        dropped = false;
        readAfterJoin = false;
        waiting.clear();
    }

    /** A peer of this instance is in, and the room is at that number. True if something may have been missed since. */
    boolean entered(String inEpoch, long seq) {
        epoch = inEpoch;
        if (last == UNKNOWN) {
            last = seq;
        }
        var read = readAfterJoin;
        readAfterJoin = false;
        return read;
    }

    /** A peer of this instance said something, which the log has now. */
    void said(Entry entry) {
        if (last != UNKNOWN) {
            know(entry);
        }
    }

    /** Hands an entry on in its turn. True if others before it are missing. */
    boolean take(Heard heard) {
        if (heard.entry().seq() == Entry.OUT_OF_BAND) {
            peers.forEach(peer -> peer.receive(heard.entry()));
            return false;
        }
        if (reading) {
            hold(heard);
            return false;
        }
        return switch (last == UNKNOWN ? Heard.Turn.NOW : heard.turnAfter(last)) {
            case OVER -> false;
            case NOW -> {
                handOn(heard.entry());
                yield false;
            }
            case TOO_EARLY -> {
                hold(heard);
                yield true;
            }
        };
    }

    /** Holds new entries back until {@link #caughtUp}. False if that is under way, or there is nothing to read yet. */
    boolean startReading() {
        if (last == UNKNOWN) {
            readAfterJoin = true;
            return false;
        }
        if (reading) {
            return false;
        }
        reading = true;
        dropped = false;
        return true;
    }

    /** Whether Redis no longer knows what was handed on here. */
    boolean isContradictedBy(Missed missed) {
        return missed.contradicts(epoch, last, latest);
    }

    /** Hands on what was missed, then what was held back, unless all was forgotten meanwhile. False if the log no longer has it all. */
    boolean caughtUp(Missed missed) {
        if (!reading) {
            return true;
        }
        reading = false;
        var fresh = missed.after(epoch, last, latest);
        if (fresh == null) {
            return false;
        }
        fresh.forEach(this::handOn);
        var held = waiting.stream()
                .sorted(Comparator.comparingLong(heard -> heard.entry().seq()))
                .toList();
        waiting.clear();
        held.forEach(this::take);
        return true;
    }

    /** Whether a hole is left, because more came in than could be held back. */
    boolean hasHole() {
        return !waiting.isEmpty() || dropped;
    }

    private void hold(Heard heard) {
        if (waiting.size() < MOST_WAITING) {
            waiting.add(heard);
        } else {
            dropped = true;
        }
    }

    private void know(Entry entry) {
        if (latest == null || entry.seq() > latest.seq()) {
            latest = entry;
        }
    }

    private void handOn(Entry entry) {
        last = entry.seq();
        know(entry);
        for (var peer : List.copyOf(peers)) {
            peer.receive(entry);
        }
        peers.removeIf(Peer::isGone);
    }
}
