package dev.stoa.signaling.cluster;

/**
 * An entry as an instance hears it.
 *
 * @param before the number of the one before it that was carried to this instance, 0 for none: others are for others
 * @param entry what was said
 */
public record Heard(long before, Entry entry) {

    /** Whether it is its turn, for who has everything up to a number that was carried to this instance. */
    public enum Turn {
        /** It came before. */
        OVER,
        NOW,
        /** Something before it is missing. */
        TOO_EARLY
    }

    /** Reads "before number from to about message". */
    static Heard of(String text) {
        var before = text.indexOf(' ');
        return new Heard(Long.parseLong(text, 0, before, 10), Entry.of(text, before + 1));
    }

    /** Whether it is its turn after {@code last}. */
    public Turn turnAfter(long last) {
        if (entry.seq() <= last) {
            return Turn.OVER;
        }
        return before > last ? Turn.TOO_EARLY : Turn.NOW;
    }
}
