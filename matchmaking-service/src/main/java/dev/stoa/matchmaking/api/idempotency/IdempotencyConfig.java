package dev.stoa.matchmaking.api.idempotency;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How requests that are sent again are recognised. */
@ConfigMapping(prefix = "stoa.idempotency")
interface IdempotencyConfig {

    /** How long an answer is remembered. */
    @WithDefault("24h")
    Duration kept();

    /** How long an equal request waits for the first one's answer before it is told to come back. */
    @WithDefault("5s")
    Duration patience();

    /** How long a request may take; after that its instance counts as dead, and an equal one is let through. */
    @WithDefault("15s")
    Duration longestRequest();
}
