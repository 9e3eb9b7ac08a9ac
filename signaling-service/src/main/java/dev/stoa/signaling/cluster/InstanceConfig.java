package dev.stoa.signaling.cluster;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** This process among the others. */
@ConfigMapping(prefix = "stoa.instance")
interface InstanceConfig {

    /** Its name, as the welcome shows it. By default signaling- and six random characters. */
    Optional<String> name();

    /** How often an instance says that it is alive. */
    @WithDefault("750ms")
    Duration beatEvery();

    /** After how many of an observer's own beats without one of the other's that other counts as dead. */
    @WithDefault("5")
    int missedBeats();
}
