package dev.stoa.signaling.ice;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.stoa.signaling.protocol.IceServer;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class IceServersTest {

    private static final Instant NOW = Instant.ofEpochSecond(1_767_225_600);

    @Test
    void withoutSettingsThereAreNone() {
        assertEquals(List.of(), servers(Map.of()));
    }

    @Test
    void stunNeedsNoCredential() {
        assertEquals(
                List.of(new IceServer(List.of("stun:a:3478", "stun:b:3478"), null, null)),
                servers(Map.of("stoa.ice.stun-urls", "stun:a:3478,stun:b:3478")));
    }

    @Test
    void turnHasTheCredentialOfItsRestApi() {
        // printf 1767226200:ada | openssl dgst -sha1 -hmac north -binary | base64
        assertEquals(
                List.of(new IceServer(List.of("turn:a:3478"), "1767226200:ada", "SUdHwx4EitQp/chNpdBCHAHzJ7g=")),
                servers(Map.of("stoa.ice.turn-urls", "turn:a:3478", "stoa.ice.turn-secret", "north")));
    }

    @Test
    void aTurnCredentialNeverLivesLongerThanTenMinutes() {
        var asked = Map.of(
                "stoa.ice.turn-urls", "turn:a:3478", "stoa.ice.turn-secret", "north", "stoa.ice.turn-ttl", "24h");

        assertEquals("1767226200:ada", servers(asked).getFirst().username());
    }

    @Test
    void turnWithoutASecretIsNotGivenOut() {
        assertEquals(List.of(), servers(Map.of("stoa.ice.turn-urls", "turn:a:3478")));
    }

    private static List<IceServer> servers(Map<String, String> settings) {
        var config = new SmallRyeConfigBuilder()
                .withMapping(IceConfig.class)
                .withDefaultValues(settings)
                .withConverter(java.time.Duration.class, 200, new io.quarkus.runtime.configuration.DurationConverter())
                .addDefaultInterceptors()
                .build()
                .getConfigMapping(IceConfig.class);
        return new IceServers(config).of("ada", NOW);
    }
}
