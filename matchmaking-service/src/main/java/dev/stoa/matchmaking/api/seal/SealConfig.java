package dev.stoa.matchmaking.api.seal;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** What is stored under seal. */
@ConfigMapping(prefix = "stoa.seal")
interface SealConfig {

    /**
     * Secret that encrypts webhooks' secrets and remembered answers at rest; at least 32 characters, the same on every
     * instance. Without it there are no webhooks.
     */
    Optional<String> key();
}
