package dev.stoa.signaling.cluster;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What lets a page come back into its place: known to the page alone. Redis keeps only {@link #key()}.
 *
 * @param room the room's id
 * @param peer the peer's id
 * @param secret letters and digits, 190 random bits
 */
public record Session(String room, String peer, String secret) {

    private static final int SECRET_LENGTH = 32;
    private static final int KEY_BYTES = 16;
    private static final Pattern TEXT =
            Pattern.compile("([A-Za-z0-9_-]{1,64})\\.([A-Za-z0-9_-]{1,64})\\.([A-Za-z0-9]{32})");

    /** A session that nobody can guess. */
    public static Session fresh(String room, String peer) {
        return new Session(room, peer, Secrets.base62(SECRET_LENGTH));
    }

    /** Reads what {@link #text()} wrote; empty if it is something else. */
    public static Optional<Session> parse(String text) {
        var matcher = TEXT.matcher(text);
        return matcher.matches()
                ? Optional.of(new Session(matcher.group(1), matcher.group(2), matcher.group(3)))
                : Optional.empty();
    }

    /** The word for the page. */
    public String text() {
        return room + "." + peer + "." + secret;
    }

    /** What the secret is recognised by: the first 128 bits of its SHA-256, in hexadecimal. */
    public String key() {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(digest, 0, KEY_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return "session of " + peer + " in " + room;
    }
}
