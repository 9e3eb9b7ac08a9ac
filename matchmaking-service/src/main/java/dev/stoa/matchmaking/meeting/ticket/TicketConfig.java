package dev.stoa.matchmaking.meeting.ticket;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long tickets live. */
@ConfigMapping(prefix = "stoa.ticket")
interface TicketConfig {

    /** How long a ticket may wait before it expires. */
    @WithDefault("4h")
    Duration longestWait();

    /** How long a ticket may be paused in total before it expires. */
    @WithDefault("30m")
    Duration longestPause();

    /** How long a learner who did not come into the room may undo that; 12 h at most. */
    @WithDefault("10m")
    Duration reopenWithin();
}
