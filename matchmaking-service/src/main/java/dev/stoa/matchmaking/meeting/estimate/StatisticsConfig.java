package dev.stoa.matchmaking.meeting.estimate;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How fresh the public statistics are. */
@ConfigMapping(prefix = "stoa.statistics")
interface StatisticsConfig {

    /** How long an instance answers with the statistics that it has read. */
    @WithDefault("5s")
    Duration keptFor();
}
