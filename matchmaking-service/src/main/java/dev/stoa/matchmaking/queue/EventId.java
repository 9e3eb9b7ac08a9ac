package dev.stoa.matchmaking.queue;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The id of an event: its time in ms and a number within that. */
public record EventId(long ms, long number) implements Comparable<EventId> {

    private static final Pattern SHAPE = Pattern.compile("(\\d{1,15})-(\\d{1,9})");

    /** Reads {@code <ms>-<number>}; empty when it is anything else. */
    public static Optional<EventId> parse(String text) {
        Matcher matcher = SHAPE.matcher(text);
        return matcher.matches()
                ? Optional.of(new EventId(Long.parseLong(matcher.group(1)), Long.parseLong(matcher.group(2))))
                : Optional.empty();
    }

    /** Reads an id that Redis has made. */
    public static EventId of(String text) {
        int dash = text.indexOf('-');
        return new EventId(Long.parseLong(text, 0, dash, 10), Long.parseLong(text, dash + 1, text.length(), 10));
    }

    @Override
    public int compareTo(EventId other) {
        int byTime = Long.compare(ms, other.ms);
        return byTime != 0 ? byTime : Long.compare(number, other.number);
    }

    @Override
    public String toString() {
        return ms + "-" + number;
    }
}
