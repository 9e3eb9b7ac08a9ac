package dev.stoa.matchmaking.records.webhook;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/**
 * Which addresses may be called: those that anybody can reach from anywhere (IANA's registries of special-purpose addresses,
 * RFC 6890), and the networks that an operator allows. An address that carries another one counts as that one.
 */
final class Addresses {

    /** All of IPv4 that is not globally reachable unicast, and 168.63.129.16, where Azure answers its machines. */
    private static final List<Network> SPECIAL = networks(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "168.63.129.16/32",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.31.196.0/24",
            "192.52.193.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "192.175.48.0/24",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/4",
            "240.0.0.0/4");

    private static final Network GLOBAL = Network.of("2000::/3");
    /** Of these: IETF protocols with Teredo, benchmarks and ORCHIDs; documentation; 6to4; AS112; the old 6bone. */
    private static final List<Network> SPECIAL_6 =
            networks("2001::/23", "2001:db8::/32", "2002::/16", "2620:4f:8000::/48", "3ffe::/16", "3fff::/20");
    /** The well-known prefix of NAT64 (RFC 6052): behind it is the IPv4 address in the last 32 bits. */
    private static final Network NAT64 = Network.of("64:ff9b::/96");

    private final List<Network> allowed;

    Addresses(List<Network> allowed) {
        this.allowed = allowed;
    }

    private static List<Network> networks(String... all) {
        return Arrays.stream(all).map(Network::of).toList();
    }

    /** Whether this one may be called. */
    boolean admit(InetAddress address) {
        if (in(allowed, address)) {
            return true;
        }
        if (address instanceof Inet4Address) {
            return !in(SPECIAL, address);
        }
        if (NAT64.contains(address)) {
            return admit(last32Bits(address));
        }
        boolean public6 = GLOBAL.contains(address) && !in(SPECIAL_6, address);
        return public6 && (!isIsatap(address) || admit(last32Bits(address)));
    }

    private static boolean in(List<Network> networks, InetAddress address) {
        return networks.stream().anyMatch(network -> network.contains(address));
    }

    /** Whether the last 64 bits are those of an IPv4 address in a tunnel (RFC 5214, section 6.1). */
    private static boolean isIsatap(InetAddress address) {
        byte[] bytes = address.getAddress();
        return (bytes[8] & 0xfd) == 0 && bytes[9] == 0 && bytes[10] == 0x5e && bytes[11] == (byte) 0xfe;
    }

    private static InetAddress last32Bits(InetAddress address) {
        try {
            return InetAddress.getByAddress(Arrays.copyOfRange(address.getAddress(), 12, 16));
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
