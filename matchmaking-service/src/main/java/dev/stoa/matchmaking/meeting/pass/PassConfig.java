package dev.stoa.matchmaking.meeting.pass;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** How room passes are signed. */
@ConfigMapping(prefix = "stoa.pass")
interface PassConfig {

    /**
     * JWK Set file with private EC P-256 keys, for room passes and join links. The first one signs, all of them verify and are
     * published; it is read again when it changes. To rotate: append the new key, wait until all instances have it, move it to the
     * front, and remove the old one after {@code STOA_JOIN_LIFETIME}: until then it verifies the join links that it has signed.
     */
    Optional<Path> keysFile();

    /** How long a room pass can be used. At most 60 s. */
    @WithDefault("60s")
    Duration lifetime();

    /** How often the key file is looked at. */
    @WithDefault("5s")
    Duration reloadEvery();

    /** Path of the signaling socket on this origin. */
    @WithDefault("/api/signaling/v1/socket")
    String socketPath();
}
