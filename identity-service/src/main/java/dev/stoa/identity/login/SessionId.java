package dev.stoa.identity.login;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The random id (256 bits) by which a browser's cookie names its session.
 *
 * @param value 43 characters of base64url
 */
record SessionId(String value) {

    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_-]{43}");
    private static final SecureRandom RANDOM = new SecureRandom();

    static SessionId random() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return new SessionId(base64(bytes));
    }

    /** The id in a cookie; none if the text has not the shape of one. */
    static Optional<SessionId> parse(String text) {
        return SHAPE.matcher(text).matches() ? Optional.of(new SessionId(text)) : Optional.empty();
    }

    /** A one-way name for the store, so that whoever reads the store still has no usable cookie. */
    String hashed() {
        try {
            return base64(MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** The id is as good as the session; logs get none of it. */
    @Override
    public String toString() {
        return "SessionId[…]";
    }
}
