package dev.stoa.identity.limit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How often callers may change something. */
@ConfigMapping(prefix = "stoa.limit")
interface LimitConfig {

    /** How many changes an account may send to one instance at once; administrators ten times as many; 0: any number. */
    @WithDefault("20")
    int changes();

    /** In which time that number is there again. */
    @WithDefault("40s")
    Duration changesWindow();
}
