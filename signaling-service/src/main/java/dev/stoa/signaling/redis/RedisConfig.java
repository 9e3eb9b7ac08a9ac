package dev.stoa.signaling.redis;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How signaling's Redis is reached. */
@ConfigMapping(prefix = "stoa.redis")
interface RedisConfig {

    /**
     * Where it is: redis://[[user]:password@]host:port[/database], or rediss:// with TLS. With Sentinel: where the sentinels
     * are, separated by commas; user, password and database are those of the primary. With a cluster: where some of its
     * nodes are, separated by commas; user and password are those of all. A comma in a password is %2C.
     */
    List<String> url();

    /** Whether it is a Redis Cluster (7 or newer), over which the rooms are spread. */
    @WithDefault("false")
    boolean cluster();

    /** What the sentinels call the primary; without it, the URL is that of the one server. */
    Optional<String> sentinelMaster();

    /** The sentinels' own password. */
    Optional<String> sentinelPassword();

    /** How long a command, or making a connection, may take before the connection is given up. */
    @WithDefault("2s")
    Duration timeout();

    /** Most commands on their way at once on one connection; more are refused. */
    @WithDefault("16384")
    int maxWaiting();

    /** The wait before the first attempt to connect again; it doubles with every further one. */
    @WithDefault("50ms")
    Duration reconnectMin();

    /** The longest wait between two attempts to connect. */
    @WithDefault("1s")
    Duration reconnectMax();
}
