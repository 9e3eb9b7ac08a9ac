package dev.stoa.matchmaking.meeting.rooms;

import java.time.Duration;
import java.util.Optional;

/** Where a test has signaling's Redis; what rooms mean for matches is as it is by default. */
record Signaling(String redisUrl, Optional<String> redisSentinelMaster) implements SignalingConfig {

    /** For tests that make their own links. */
    Signaling() {
        this("", Optional.empty());
    }

    @Override
    public boolean redisCluster() {
        return false;
    }

    @Override
    public Optional<String> redisSentinelPassword() {
        return Optional.empty();
    }

    @Override
    public Duration emptyTime() {
        return Duration.ofSeconds(15);
    }

    @Override
    public Duration longestCall() {
        return Duration.ofHours(12);
    }
}
