package dev.stoa.matchmaking.problem;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What is expected of those who send requests. */
@ConfigMapping(prefix = "stoa.http")
interface HttpConfig {

    /** How long a request may take until it is there whole, from its first byte, or from the connection's beginning. */
    @WithDefault("8s")
    Duration requestWithin();
}
