package dev.stoa.signaling.cluster;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the log has from a number on.
 *
 * @param epoch of the room as it is now; empty if Redis does not know the room
 * @param seq the room's last number
 * @param published the last number that was carried to this instance, 0 for none
 * @param entries those that are kept, in order
 */
public record Missed(String epoch, long seq, long published, List<Entry> entries) {

    /**
     * What comes after {@code last}, if that is all there was for this instance: nothing has fallen out of the log, and
     * Redis has not lost any number that is known here.
     *
     * @param known the epoch of which {@code last} is
     * @param latest the last entry that is known, if any is
     * @return null if something is missing
     */
    public @Nullable List<Entry> after(String known, long last, @Nullable Entry latest) {
        if (!epoch.equals(known) || contradicts(known, last, latest)) {
            return null;
        }
        var fresh = entries.stream().filter(entry -> entry.seq() > last).toList();
        var isWhole = published <= last || (!fresh.isEmpty() && fresh.getFirst().seq() == last + 1);
        return isWhole ? fresh : null;
    }

    /** Whether Redis has lost {@code last} or {@code latest}, or given its number anew, in what it takes for the same epoch. */
    public boolean contradicts(String known, long last, @Nullable Entry latest) {
        return epoch.equals(known) && (seq < last || (latest != null && hasLost(latest)));
    }

    private boolean hasLost(Entry latest) {
        return seq < latest.seq()
                || entries.stream().anyMatch(entry -> entry.seq() == latest.seq() && !entry.equals(latest.asKept()));
    }
}
