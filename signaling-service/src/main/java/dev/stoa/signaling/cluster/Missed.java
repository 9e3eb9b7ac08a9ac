package dev.stoa.signaling.cluster;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the log has from a number on.
 *
 * @param epoch of the room as it is now; empty if Redis does not know the room
 * @param seq the room's last number
 * @param entries those that are kept, in order
 */
public record Missed(String epoch, long seq, List<Entry> entries) {

    /**
     * What comes after {@code last}, if that is all there was: nothing has fallen out of the log, and Redis has not
     * lost and given anew any number up to {@code last}.
     *
     * @param known the epoch of which {@code last} is
     * @param latest the entry of that number, if it is known
     * @return null if something is missing
     */
    public @Nullable List<Entry> after(String known, long last, @Nullable Entry latest) {
        if (!epoch.equals(known) || contradicts(known, last, latest)) {
            return null;
        }
        var overlaps = overlaps(last);
        var fresh = overlaps ? entries.subList(1, entries.size()) : entries;
        var isWhole = fresh.isEmpty() ? seq == last : fresh.getFirst().seq() == last + 1;
        return isWhole ? fresh : null;
    }

    /** Whether Redis has lost {@code last}, or given it anew, in what it takes for the same epoch. */
    public boolean contradicts(String known, long last, @Nullable Entry latest) {
        var another = overlaps(last) && latest != null && !latest.equals(entries.getFirst());
        return epoch.equals(known) && (seq < last || another);
    }

    private boolean overlaps(long last) {
        return !entries.isEmpty() && entries.getFirst().seq() == last;
    }
}
