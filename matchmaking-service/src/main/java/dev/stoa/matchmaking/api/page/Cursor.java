package dev.stoa.matchmaking.api.page;

import dev.stoa.matchmaking.problem.Problems;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Behind which row a page begins, in lists that are sorted by time and then by id, newest first.
 *
 * @param ms time of the last row of the page before, since 1970
 * @param id of that row
 */
public record Cursor(long ms, String id) {

    /** Before the newest row: in the year 9999, and behind every id. */
    public static final Cursor START = new Cursor(253_402_300_799_000L, "~");

    private static final Pattern SHAPE = Pattern.compile("(\\d{1,15})\\.([a-z]{3}_[0-9A-Za-z]{22})");
    private static final int LONGEST = 100;

    /** Reads what a page has given out as {@code next}; nothing means the first page, anything else is a 400 problem. */
    public static Cursor read(@Nullable String text) {
        if (text == null) {
            return START;
        }
        Matcher matcher = SHAPE.matcher(decode(text));
        if (!matcher.matches()) {
            throw broken();
        }
        return new Cursor(Long.parseLong(matcher.group(1)), matcher.group(2));
    }

    private static String decode(String text) {
        if (text.length() > LONGEST) {
            throw broken();
        }
        try {
            return new String(Base64.getUrlDecoder().decode(text), StandardCharsets.ISO_8859_1);
        } catch (IllegalArgumentException e) {
            throw broken();
        }
    }

    private static RuntimeException broken() {
        return Problems.badRequest(
                "bad-cursor",
                "Bad cursor",
                "Send `cursor` exactly as the page before has given it in `next`, or leave it out to begin anew.");
    }

    /** As it is given out. */
    public String write() {
        String text = ms + "." + id;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.ISO_8859_1));
    }
}
