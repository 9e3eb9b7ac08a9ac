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
    DISOWN,
    BEAT,
    ENLIST,
    WINDOW,
    FORWARD;

    private final Text plain = Text.of(this, "PUBLISH");
    private final Text sharded = Text.of(this, "SPUBLISH");

    /** The step for one Redis, or that for a cluster, where what is said reaches subscribers of the room's own server only. */
    Text text(boolean inCluster) {
        return inCluster ? sharded : plain;
    }

    /**
     * What Redis gets.
     *
     * @param sha what it is called by once it was loaded
     */
    record Text(String source, String sha) {

        static Text of(Script script, String publish) {
            var source = "local PUBLISH = '" + publish + "'\n" + read("parts/shared")
                    + read(script.name().toLowerCase(Locale.ROOT));
            try {
                var digest = MessageDigest.getInstance("SHA-1").digest(source.getBytes(StandardCharsets.UTF_8));
                return new Text(source, HexFormat.of().formatHex(digest));
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
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
}
