package dev.stoa.matchmaking.api.limit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How many requests callers may send. */
@ConfigMapping(prefix = "stoa.limit")
interface LimitConfig {

    /** How many requests an account, or a guest, may send to one instance at once; 0: any number. */
    @WithDefault("300")
    int accountRequests();

    /** In which time that number is there again. */
    @WithDefault("10s")
    Duration accountWindow();

    /** How many requests an integrator may send to all instances together at once; 0: any number. */
    @WithDefault("1000")
    int integratorRequests();

    /** In which time that number is there again. */
    @WithDefault("10s")
    Duration integratorWindow();
}
