package dev.stoa.matchmaking.records.webhook;

import java.security.SecureRandom;
import java.util.Base64;

/**
 * What a webhook's calls are signed with.
 *
 * @param text {@code whsec_} and 256 bits in base64
 */
record Secret(String text) {

    private static final String PREFIX = "whsec_";
    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** A new one. */
    static Secret next() {
        byte[] key = new byte[BYTES];
        RANDOM.nextBytes(key);
        return new Secret(PREFIX + Base64.getEncoder().encodeToString(key));
    }

    /** The bytes to sign with. */
    byte[] key() {
        return Base64.getDecoder().decode(text.substring(PREFIX.length()));
    }

    /** Never the secret itself: records end up in messages and logs. */
    @Override
    public String toString() {
        return "Secret[…]";
    }
}
