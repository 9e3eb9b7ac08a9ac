package dev.stoa.matchmaking.queue;

import java.security.SecureRandom;
import java.util.regex.Pattern;

/** Random ids of 22 base62 characters (131 bits), with a prefix that says what they name. */
public final class Ids {

    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final int LENGTH = 22;
    private static final Pattern SHAPE = Pattern.compile("[0-9A-Za-z]{" + LENGTH + "}");
    private static final SecureRandom RANDOM = new SecureRandom();

    private Ids() {}

    /** A new id. */
    public static String next(String prefix) {
        StringBuilder id = new StringBuilder(prefix.length() + LENGTH).append(prefix);
        for (int i = 0; i < LENGTH; i++) {
            id.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return id.toString();
    }

    /** Whether a text from outside can be an id with this prefix. */
    public static boolean fits(String prefix, String text) {
        return text.startsWith(prefix)
                && SHAPE.matcher(text.substring(prefix.length())).matches();
    }
}
