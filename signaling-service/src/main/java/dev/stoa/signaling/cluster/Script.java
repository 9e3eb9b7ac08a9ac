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
    RESUME,
    APPEND,
    LEAVE,
    AWAY,
    BACK,
    HEARD,
    READ,
    BEAT,
    ENLIST,
    WINDOW,
    FORWARD;

    private final String source;
    private final String sha;

    Script() {
        source = "local PUBLISH = 'PUBLISH'\n" + read("parts/shared") + read(name().toLowerCase(Locale.ROOT));
        try {
            var digest = MessageDigest.getInstance("SHA-1").digest(source.getBytes(StandardCharsets.UTF_8));
            sha = HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String read(String name) {
        var file = "/lua/" + name + ".lua";
        try (var stream = Script.class.getResourceAsStream(file)) {
            if (stream == null) {
                throw new IllegalStateException(file + " is missing");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String source() {
        return source;
    }

    String sha() {
        return sha;
    }
}
