package dev.stoa.matchmaking.meeting.rooms;

import java.time.Duration;

/** What rooms mean for matches by default, for tests that make their own links. */
record Signaling() implements SignalingConfig {

    @Override
    public String redisUrl() {
        throw new IllegalStateException("The test has its own link");
    }

    @Override
    public boolean redisCluster() {
        throw new IllegalStateException("The test has its own link");
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
