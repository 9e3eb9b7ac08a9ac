package dev.stoa.signaling.ice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.stoa.signaling.protocol.IceServer;
import io.netty.util.NetUtil;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** With turn/turnserver.conf, the installed coturn reaches nothing but the internet. */
class HardenedTurnIT {

    private static final int USER_QUOTA = 48;

    private static final Coturn COTURN = Coturn.hardened("north");
    private static final TurnClient IPV4 = TurnClient.overUdp(COTURN.port(), credential("ada"));
    private static final TurnClient IPV6 = TurnClient.overUdp(COTURN.port(), credential("bob"));

    @BeforeAll
    static void allocate() {
        assertEquals(TurnClient.OK, IPV4.allocate());
        assertEquals(TurnClient.OK, IPV6.allocateIpv6());
    }

    @AfterAll
    static void stop() {
        IPV4.close();
        IPV6.close();
        COTURN.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "0.1.2.3",
                "10.0.0.5",
                "10.255.255.255",
                "100.64.0.1",
                "100.127.255.255",
                "127.0.0.1",
                "127.255.0.1",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.8",
                "192.0.2.1",
                "192.88.99.1",
                "192.168.0.1",
                "192.168.255.255",
                "198.18.0.1",
                "198.19.255.255",
                "198.51.100.1",
                "203.0.113.1",
                "224.0.0.1",
                "239.255.255.250",
                "240.0.0.1",
                "255.255.255.255"
            })
    void noSpecialIpv4AddressIsReached(String address) {
        assertEquals(TurnClient.FORBIDDEN, IPV4.permit(bytes(address)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "::",
                "::1",
                "::7f00:1",
                "::7f00:0",
                "::a00:0",
                "::100",
                "0:0:0:1::",
                "0:100::",
                "1::",
                "::ffff:127.0.0.1",
                "::ffff:10.0.0.0",
                "::ffff:10.0.0.5",
                "::ffff:169.254.169.254",
                "::ffff:192.168.1.1",
                "::ffff:8.8.8.8",
                "::ffff:0:7f00:1",
                "64:ff9b::",
                "64:ff9b::7f00:1",
                "64:ff9b::a9fe:a9fe",
                "64:ff9b:1::1",
                "100::",
                "100::1",
                "1fff::",
                "2001::1",
                "2001:1ff::",
                "2001:0:4136:e378:8000:63bf:3fff:fdd2",
                "2001:2::1",
                "2001:20::1",
                "2001:db8::1",
                "2002:7f00:1::",
                "2002:a00:5::1",
                "3fff::1",
                "4000::",
                "5f00::1",
                "fc00::1",
                "fd00::1",
                "fd00:ec2::254",
                "fe80::1",
                "fec0::1",
                "ff02::1",
                "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff"
            })
    void noSpecialIpv6AddressIsReached(String address) {
        assertEquals(TurnClient.FORBIDDEN, IPV6.permit(bytes(address)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.1.1.1", "8.8.8.8", "100.63.255.255", "100.128.0.0", "172.32.0.1", "223.255.255.255"})
    void globalIpv4AddressesAre(String address) {
        assertEquals(TurnClient.OK, IPV4.permit(bytes(address)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2001:200::1", "2001:4860:4860::8888", "2606:4700:4700::1111", "2a00::1"})
    void globalIpv6AddressesAre(String address) {
        assertEquals(TurnClient.OK, IPV6.permit(bytes(address)));
    }

    @Test
    void onePeerCannotTakeAllRelayAddresses() {
        var clients = new ArrayList<TurnClient>();
        try {
            for (var i = 0; i < USER_QUOTA; i++) {
                // A fresh credential each time: the quota is the peer's, not the credential's.
                var client = TurnClient.overUdp(
                        COTURN.port(), credential("eve", Instant.now().plusSeconds(i)));
                clients.add(client);
                assertEquals(TurnClient.OK, client.allocate());
            }
            var oneMore = TurnClient.overUdp(COTURN.port(), credential("eve"));
            clients.add(oneMore);
            assertEquals(TurnClient.QUOTA_REACHED, oneMore.allocate());
        } finally {
            clients.forEach(TurnClient::close);
        }
    }

    @Test
    void everyOtherLineIsUnderstood() {
        var misunderstood = COTURN.log()
                .lines()
                .filter(line -> line.contains("Bad configuration format") || line.contains("Wrong address"))
                .filter(line -> !line.contains("unauthorized-ratelimit"))
                .toList();

        assertFalse(COTURN.log().isEmpty());
        assertEquals(List.of(), misunderstood);
    }

    private static byte[] bytes(String address) {
        return NetUtil.createByteArrayFromIpAddressString(address);
    }

    private static IceServer credential(String peer) {
        return credential(peer, Instant.now());
    }

    private static IceServer credential(String peer, Instant at) {
        var settings = Map.of("stoa.ice.turn-urls", "turn:a", "stoa.ice.turn-secret", "north");
        return IceSettings.servers(settings).of(peer, at).getFirst();
    }
}
