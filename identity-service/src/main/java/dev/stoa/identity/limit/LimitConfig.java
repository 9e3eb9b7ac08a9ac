package dev.stoa.identity.limit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How often callers may ask for something. */
@ConfigMapping(prefix = "stoa.limit")
interface LimitConfig {

    /** How many requests an account, or a browser's session, may send to one instance at once; 0: any number. */
    @WithDefault("1000")
    int requests();

    /** In which time that number is there again. */
    @WithDefault("30s")
    Duration requestsWindow();

    /** How many changes an account may send to one instance at once; administrators ten times as many; 0: any number. */
    @WithDefault("20")
    int changes();

    /** In which time that number is there again. */
    @WithDefault("40s")
    Duration changesWindow();
}
