package dev.stoa.signaling.ice;

import static dev.stoa.signaling.ice.IceSettings.servers;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stoa.signaling.protocol.IceServer;
import io.quarkus.runtime.configuration.ConfigurationException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IceServersTest {

    private static final Instant NOW = Instant.ofEpochSecond(1_767_225_600);
    private static final Map<String, String> TURN =
            Map.of("stoa.ice.turn-urls", "turn:a:3478", "stoa.ice.turn-secret", "north");

    @Test
    void withoutSettingsThereAreNone() {
        assertEquals(List.of(), servers(Map.of()).of("ada", NOW));
        assertFalse(servers(Map.of()).expires());
    }

    @Test
    void stunNeedsNoCredential() {
        var servers = servers(Map.of("stoa.ice.stun-urls", "stun:a:3478,stun:b:3478"));

        assertEquals(List.of(new IceServer(List.of("stun:a:3478", "stun:b:3478"), null, null)), servers.of("ada", NOW));
        assertFalse(servers.expires());
    }

    @Test
    void turnHasTheCredentialOfItsRestApi() {
        // printf 1767226200:ada | openssl dgst -sha1 -hmac north -binary | base64
        assertEquals(
                List.of(new IceServer(List.of("turn:a:3478"), "1767226200:ada", "SUdHwx4EitQp/chNpdBCHAHzJ7g=")),
                servers(TURN).of("ada", NOW));
    }

    @Test
    void aTurnCredentialNeverLivesLongerThanTenMinutes() {
        var asked = Map.of(
                "stoa.ice.turn-urls", "turn:a:3478", "stoa.ice.turn-secret", "north", "stoa.ice.turn-ttl", "24h");

        assertEquals("1767226200:ada", servers(asked).of("ada", NOW).getFirst().username());
    }

    @Test
    void turnWithoutASecretIsNotGivenOut() {
        var servers = servers(Map.of("stoa.ice.turn-urls", "turn:a:3478"));

        assertEquals(List.of(), servers.of("ada", NOW));
        assertFalse(servers.expires());
    }

    @Test
    void turnCredentialsAreRefreshedWellBeforeTheyExpire() {
        assertTrue(servers(TURN).expires());
        assertEquals(Duration.ofMinutes(6), servers(TURN).refreshEvery());
    }

    @Test
    void whateverOrderTheyAreWrittenInUdpComesBeforeTcpBeforeTls() {
        var servers = servers(Map.of(
                "stoa.ice.stun-urls",
                "stun:s",
                "stoa.ice.turn-urls",
                "turns:a:443?transport=tcp, turn:a?transport=tcp,turn:b:3478,turn:a:3478?transport=udp,turn:[2001:db8::1]:80?transport=tcp",
                "stoa.ice.turn-secret",
                "north"));

        assertEquals(
                List.of(
                        List.of("stun:s"),
                        List.of(
                                "turn:b:3478",
                                "turn:a:3478?transport=udp",
                                "turn:a?transport=tcp",
                                "turn:[2001:db8::1]:80?transport=tcp",
                                "turns:a:443?transport=tcp")),
                servers.of("ada", NOW).stream().map(IceServer::urls).toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "turn.example.org",
                "turn://a:3478",
                "turn:a:3478?transport=sctp",
                "turn:a:0",
                "turn:a:65536",
                "turn:",
                "turn:a b",
                "http://a",
                "turn:a?transport=udp&x=1",
                "stun:a"
            })
    void anAddressThatBrowsersWouldRefuseStopsTheStart(String url) {
        var refused = assertThrows(
                ConfigurationException.class,
                () -> servers(Map.of("stoa.ice.turn-urls", "turn:good," + url, "stoa.ice.turn-secret", "north")));

        assertTrue(refused.getMessage().startsWith("stoa.ice.turn-urls: "), refused.getMessage());
        assertTrue(refused.getMessage().contains("'" + url + "'"), refused.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"turn:a", "stun:a?transport=udp"})
    void onlyStunBelongsIntoTheStunList(String url) {
        var refused = assertThrows(
                ConfigurationException.class, () -> servers(Map.of("stoa.ice.stun-urls", "stun:good," + url)));

        assertTrue(refused.getMessage().startsWith("stoa.ice.stun-urls: "), refused.getMessage());
    }

    @Test
    void credentialsThatNeverLiveStopTheStart() {
        assertThrows(ConfigurationException.class, () -> servers(Map.of("stoa.ice.turn-ttl", "0s")));
    }
}
