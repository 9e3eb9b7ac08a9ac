package dev.stoa.matchmaking.meeting.availability;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long availabilities last. */
@ConfigMapping(prefix = "stoa.availability")
interface AvailabilityConfig {

    /** How long an availability lasts unless it is renewed. Event streams ask for a renewal every 10 s. */
    @WithDefault("30s")
    Duration lease();
}
