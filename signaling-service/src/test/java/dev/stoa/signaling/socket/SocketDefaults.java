package dev.stoa.signaling.socket;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;

/** What a socket is allowed where the operator says nothing. */
final class SocketDefaults {

    static final SocketConfig CONFIG = new SmallRyeConfigBuilder()
            .withMapping(SocketConfig.class)
            .withDefaultValue("stoa.socket.allowed-origins", "https://stoa.test")
            .withConverter(Duration.class, 200, new DurationConverter())
            .addDefaultInterceptors()
            .build()
            .getConfigMapping(SocketConfig.class);

    private SocketDefaults() {}
}
