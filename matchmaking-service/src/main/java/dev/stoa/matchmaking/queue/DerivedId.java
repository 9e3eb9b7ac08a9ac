package dev.stoa.matchmaking.queue;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Ids that follow from what they stand for: the same text always has the same one, and nobody reads the text from it. */
public final class DerivedId {

    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final BigInteger BASE = BigInteger.valueOf(ALPHABET.length());
    private static final int LENGTH = 22;

    private DerivedId() {}

    /** 22 base62 characters (131 bits) of the text's SHA-256, in the shape of random ids. */
    public static String of(String text) {
        BigInteger rest = new BigInteger(1, sha256(text));
        StringBuilder id = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            BigInteger[] parts = rest.divideAndRemainder(BASE);
            id.append(ALPHABET.charAt(parts[1].intValue()));
            rest = parts[0];
        }
        return id.toString();
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
