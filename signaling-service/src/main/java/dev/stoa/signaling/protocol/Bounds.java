package dev.stoa.signaling.protocol;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The checks that the records' constructors share. */
final class Bounds {

    static final int MAX_ID = 64;
    /** The largest integer that JavaScript counts exactly. */
    static final long MAX_N = 9_007_199_254_740_991L;

    private static final Pattern PEER = Pattern.compile("[A-Za-z0-9_-]+");

    private Bounds() {}

    static void id(@Nullable String id) {
        optional("id", id, MAX_ID);
    }

    static void n(@Nullable Long n) {
        if (n != null && !isN(n)) {
            throw new InvalidField(ErrorCode.BAD_MESSAGE, "n must be an integer from 1 to " + MAX_N);
        }
    }

    static boolean isN(long n) {
        return n >= 1 && n <= MAX_N;
    }

    /** The form that ids have in room passes. "*" and the like mean something else in a room's log. */
    static void peer(String field, @Nullable String peer) {
        text(field, peer, 1, MAX_ID);
        if (peer != null && !PEER.matcher(peer).matches()) {
            throw new InvalidField(ErrorCode.BAD_MESSAGE, field + " must be the id of a peer");
        }
    }

    static void optional(String field, @Nullable String value, int max) {
        if (value != null) {
            text(field, value, 0, max);
        }
    }

    static void text(String field, @Nullable String value, int min, int max) {
        if (value == null) {
            throw missing(field);
        }
        if (value.length() < min) {
            throw new InvalidField(ErrorCode.BAD_MESSAGE, field + " must not be empty");
        }
        if (value.length() > max) {
            throw new InvalidField(ErrorCode.TOO_LARGE, field + " must be at most " + max + " characters");
        }
    }

    static void present(String field, @Nullable Object value) {
        if (value == null) {
            throw missing(field);
        }
    }

    private static InvalidField missing(String field) {
        return new InvalidField(ErrorCode.BAD_MESSAGE, field + " is missing");
    }
}
