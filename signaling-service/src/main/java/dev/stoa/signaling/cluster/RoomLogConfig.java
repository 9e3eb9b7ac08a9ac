package dev.stoa.signaling.cluster;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What Redis keeps of a room. */
@ConfigMapping(prefix = "stoa.room")
public interface RoomLogConfig {

    /** Most peers in a room at once. */
    @WithDefault("8")
    int maxPeers();

    /** How many of the last messages are kept for those who missed some (Redis may keep a few more; of large ones, 1 to 2 MiB). */
    @WithDefault("1000")
    int keptMessages();

    /** How long a page whose connection broke may come back into its place. */
    @WithDefault("300s")
    Duration resumeWithin();

    /** How long a page that was closed is shown as reconnecting before it has left: long enough for a reload. */
    @WithDefault("15s")
    Duration reloadWithin();

    /** How long a room in which nothing happens is kept while peers are in it. */
    @WithDefault("24h")
    Duration idleKept();

    /** How long a room is kept after the last peer left. */
    @WithDefault("10m")
    Duration emptyKept();
}
