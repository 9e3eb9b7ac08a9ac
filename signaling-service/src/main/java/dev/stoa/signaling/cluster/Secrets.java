package dev.stoa.signaling.cluster;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.stream.Collectors;

/** Random words that nobody can guess. */
public final class Secrets {

    private static final String BASE62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final int EPOCH_LENGTH = 8;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Secrets() {}

    /** A word for one life of a room's numbers. */
    static String epoch() {
        return base62(EPOCH_LENGTH);
    }

    /** A word of letters and digits, 5.95 bits each. */
    public static String base62(int length) {
        return draw(length, 62);
    }

    static String hex(int length) {
        return draw(length, 16).toLowerCase(Locale.ROOT);
    }

    private static String draw(int length, int letters) {
        return RANDOM.ints(length, 0, letters)
                .mapToObj(index -> String.valueOf(BASE62.charAt(index)))
                .collect(Collectors.joining());
    }
}
