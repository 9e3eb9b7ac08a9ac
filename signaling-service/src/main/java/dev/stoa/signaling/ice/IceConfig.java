package dev.stoa.signaling.ice;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The STUN and TURN servers. */
@ConfigMapping(prefix = "stoa.ice")
interface IceConfig {

    /** STUN servers, such as stun:stun.example.org:3478. */
    Optional<List<String>> stunUrls();

    /**
     * TURN servers, such as turn:turn.example.org:3478?transport=udp. In whatever order they are written, pages get
     * those over UDP first, then TCP, then TLS.
     */
    Optional<List<String>> turnUrls();

    /** The secret shared with the TURN servers (coturn: static-auth-secret). Without it no TURN server is given out. */
    Optional<String> turnSecret();

    /**
     * A file whose first line is that secret, instead of the setting above. It is read every 2 seconds, so the secret can
     * change without a restart: give coturn both, change the file, and 10 minutes later take the old one from coturn.
     */
    Optional<Path> turnSecretFile();

    /** How long a TURN credential lets a page in; at most 10 minutes are given. */
    @WithDefault("10m")
    Duration turnTtl();
}
