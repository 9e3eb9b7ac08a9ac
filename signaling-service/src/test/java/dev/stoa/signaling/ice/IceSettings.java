package dev.stoa.signaling.ice;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;

/** ICE settings as an operator writes them. */
final class IceSettings {

    private IceSettings() {}

    static IceConfig of(Map<String, String> settings) {
        return new SmallRyeConfigBuilder()
                .withMapping(IceConfig.class)
                .withDefaultValues(settings)
                .withConverter(Duration.class, 200, new DurationConverter())
                .addDefaultInterceptors()
                .build()
                .getConfigMapping(IceConfig.class);
    }

    static IceServers servers(Map<String, String> settings) {
        var config = of(settings);
        return new IceServers(config, new TurnSecret(config));
    }
}
