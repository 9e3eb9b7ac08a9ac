package dev.stoa.matchmaking.meeting.ticket;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The revisions of a thing that a caller means, as {@code If-Match} says.
 *
 * @param wire revisions separated by spaces, empty for any
 */
public record Revisions(String wire) {

    private static final Pattern TAG = Pattern.compile("(?<weak>W/)?\"(?<text>[^\"]*)\"");

    /** A proxy that compresses an answer adds the encoding to its tag, and need not take it off again from what comes back. */
    private static final Pattern REVISION = Pattern.compile("(?<number>\\d{1,15})(-(gzip|zstd|br))?");

    private static final String NONE = "none";

    /** Reads the header (RFC 9110, 13.1.1); weak tags mean no revision. Without a header any is meant. */
    public static Revisions of(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.strip().equals("*")) {
            return new Revisions("");
        }
        String revisions = TAG.matcher(ifMatch)
                .results()
                .filter(tag -> tag.group("weak") == null)
                .map(tag -> REVISION.matcher(tag.group("text")))
                .filter(Matcher::matches)
                .map(revision -> revision.group("number"))
                .collect(Collectors.joining(" "));
        return new Revisions(revisions.isEmpty() ? NONE : revisions);
    }

    /** Whether this one is meant. */
    public boolean mean(long revision) {
        return wire.isEmpty() || List.of(wire.split(" ")).contains(String.valueOf(revision));
    }

    /** The tag of a ticket as it is now. */
    static String tag(Ticket ticket) {
        return "\"" + ticket.revision() + "\"";
    }
}
