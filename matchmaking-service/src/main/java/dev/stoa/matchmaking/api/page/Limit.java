package dev.stoa.matchmaking.api.page;

import dev.stoa.matchmaking.problem.Problems;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How many items a page has at most. */
public final class Limit {

    private static final int USUAL = 20;
    private static final int MOST = 100;
    private static final Pattern SHAPE = Pattern.compile("\\d{1,3}");

    private Limit() {}

    /** Reads what the caller asks for: 1 to 100, 20 if nothing; anything else is a 400 problem. */
    public static int read(@Nullable String text) {
        if (text == null) {
            return USUAL;
        }
        int limit = SHAPE.matcher(text).matches() ? Integer.parseInt(text) : 0;
        if (limit < 1 || limit > MOST) {
            throw Problems.invalidQuery("limit", "must be a number from 1 to " + MOST);
        }
        return limit;
    }
}
