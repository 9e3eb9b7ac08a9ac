package dev.stoa.matchmaking.records.webhook;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressesTest {

    private final Addresses addresses = new Addresses(List.of());

    @ParameterizedTest
    @ValueSource(
            strings = {
                // This host, loopback
                "0.0.0.0",
                "0.1.2.3",
                "127.0.0.1",
                "127.255.255.254",
                "::",
                "::1",
                // Private networks, carrier-grade NAT, link-local with the metadata of clouds
                "10.0.0.1",
                "10.255.255.255",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.0.1",
                "192.168.255.255",
                "100.64.0.1",
                "100.127.255.255",
                "100.100.100.200",
                "169.254.0.1",
                "169.254.169.254",
                "169.254.170.2",
                "168.63.129.16",
                "192.0.0.192",
                "fd00:ec2::254",
                "fc00::1",
                "fdff::1",
                "fe80::1",
                "fe80::a9fe:a9fe",
                "febf::1",
                "fec0::1",
                // Protocols, documentation, benchmarks
                "192.0.0.1",
                "192.0.2.1",
                "192.88.99.1",
                "192.31.196.1",
                "192.52.193.1",
                "192.175.48.1",
                "198.18.0.1",
                "198.19.255.255",
                "198.51.100.7",
                "203.0.113.9",
                "2001:db8::1",
                "3fff::1",
                "3ffe::1",
                "2001:2::1",
                "2001:10::1",
                "2001:20::1",
                "100::1",
                "5f00::1",
                // Multicast, reserved, broadcast
                "224.0.0.1",
                "239.255.255.250",
                "240.0.0.1",
                "255.255.255.255",
                "ff02::1",
                "ff0e::1",
                // IPv4 inside of IPv6
                "::ffff:127.0.0.1",
                "::ffff:10.0.0.1",
                "::ffff:169.254.169.254",
                "::127.0.0.1",
                "::10.0.0.1",
                "64:ff9b::127.0.0.1",
                "64:ff9b::10.0.0.1",
                "64:ff9b::169.254.169.254",
                "64:ff9b:1::10.0.0.1",
                "64:ff9b:1::8.8.8.8",
                "2002:7f00:1::",
                "2002:a00:1::1",
                "2002:a9fe:a9fe::1",
                "2002:808:808::1",
                "2001:0:a00:1::1",
                "2001:0:4136:e378:8000:63bf:3fff:fdd2",
                "2606:4700::5efe:10.0.0.1",
                "2606:4700::200:5efe:192.168.0.1"
            })
    void whatIsNotPublicIsRefused(String address) throws UnknownHostException {
        assertFalse(addresses.admit(InetAddress.getByName(address)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "8.8.8.8",
                "9.255.255.255",
                "11.0.0.0",
                "100.63.255.255",
                "100.128.0.0",
                "126.255.255.255",
                "128.0.0.1",
                "169.253.255.255",
                "172.15.255.255",
                "172.32.0.0",
                "192.167.255.255",
                "198.17.255.255",
                "223.255.255.255",
                "2606:4700:4700::1111",
                "2a00:1450:4001:80b::200e",
                "2001:4860:4860::8888",
                "::ffff:8.8.8.8",
                "64:ff9b::8.8.8.8",
                "2606:4700::5efe:8.8.8.8"
            })
    void whatIsPublicMayBeCalled(String address) throws UnknownHostException {
        assertTrue(addresses.admit(InetAddress.getByName(address)));
    }

    @Test
    void anOperatorCanAllowNetworks() throws UnknownHostException {
        Addresses own = new Addresses(List.of(Network.of("10.1.0.0/16"), Network.of("fd00:1::/32")));

        assertTrue(own.admit(InetAddress.getByName("10.1.2.3")));
        assertTrue(own.admit(InetAddress.getByName("fd00:1::5")));
        assertFalse(own.admit(InetAddress.getByName("10.2.0.1")));
        assertFalse(own.admit(InetAddress.getByName("fd00:2::5")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.0", "10.0.0.0/33", "localhost/8", "::/129", "school.example/24", "/8", ""})
    void whatIsNoNetworkIsNotTaken(String text) {
        assertThrows(IllegalArgumentException.class, () -> Network.of(text));
    }
}
