package dev.stoa.matchmaking.meeting.rooms;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** How signaling's Redis is reached, and what rooms mean for their matches. */
@ConfigMapping(prefix = "stoa.signaling")
interface SignalingConfig {

    /**
     * Where signaling's Redis is, as signaling-service has it: its URL; or, separated by commas, those of the sentinels that watch
     * it, or of some nodes of its cluster. While it is away, calls go on, nobody is matched, and deadlines of matches stand still.
     */
    @WithDefault("redis://localhost:6379")
    String redisUrl();

    /** Whether signaling's Redis is a Redis Cluster. */
    @WithDefault("false")
    boolean redisCluster();

    /** What the sentinels call the primary; without it, the URL is that of the one server. */
    Optional<String> redisSentinelMaster();

    /** The sentinels' own password. */
    Optional<String> redisSentinelPassword();

    /** How long a room in which both have met may stay empty before its match ends; time enough for a page to be reloaded. */
    @WithDefault("15s")
    Duration emptyTime();

    /** The longest a call may last. It frees both even if the news that their room is empty has been lost. */
    @WithDefault("12h")
    Duration longestCall();
}
