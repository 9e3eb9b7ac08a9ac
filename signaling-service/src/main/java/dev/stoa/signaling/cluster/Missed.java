package dev.stoa.signaling.cluster;

import java.util.List;

/**
 * What the log has after a number.
 *
 * @param epoch of the room as it is now; empty if Redis does not know the room
 * @param seq the room's last number
 * @param entries those that are kept, in order
 */
public record Missed(String epoch, long seq, List<Entry> entries) {

    /** Whether nothing is missing for someone who has all up to {@code last} of {@code known}. */
    public boolean follows(String known, long last) {
        return epoch.equals(known)
                && seq >= last
                && (entries.isEmpty() ? seq == last : entries.getFirst().seq() == last + 1);
    }
}
