package dev.stoa.matchmaking.meeting.rooms;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How signaling's Redis is reached, and what rooms mean for their matches. */
@ConfigMapping(prefix = "stoa.signaling")
interface SignalingConfig {

    /** URL of signaling's Redis, or those of some nodes of its cluster, separated by commas. While it is away, calls go on, nobody is matched, and deadlines of matches stand still. */
    @WithDefault("redis://localhost:6379")
    String redisUrl();

    /** Whether signaling's Redis is a Redis Cluster. */
    @WithDefault("false")
    boolean redisCluster();

    /** How long a room in which both have met may stay empty before its match ends; time enough for a page to be reloaded. */
    @WithDefault("15s")
    Duration emptyTime();

    /** The longest a call may last. It frees both even if the news that their room is empty has been lost. */
    @WithDefault("12h")
    Duration longestCall();
}
