package dev.stoa.signaling.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/** The Lua scripts, one for each atomic step; each file's header says what it takes and returns. */
enum Script {
    JOIN,
    APPEND,
    LEAVE,
    READ,
    BEAT;

    private final String source;
    private final String sha;

    Script() {
        var file = "/lua/" + name().toLowerCase(Locale.ROOT) + ".lua";
        try (var stream = Script.class.getResourceAsStream(file)) {
            if (stream == null) {
                throw new IllegalStateException(file + " is missing");
            }
            var bytes = stream.readAllBytes();
            source = new String(bytes, StandardCharsets.UTF_8);
            sha = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    String source() {
        return source;
    }

    String sha() {
        return sha;
    }
}
