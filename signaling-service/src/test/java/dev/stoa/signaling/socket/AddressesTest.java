package dev.stoa.signaling.socket;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressesTest {

    @ParameterizedTest
    @CsvSource({
        "192.0.2.1, 192.0.2.1",
        "2001:db8:1:2:3:4:5:6, 20010db800010002",
        "2001:db8:1:2::6, 20010db800010002",
        "2001:db8:1:2::, 20010db800010002",
        "2001:db8:1:2:, 20010db800010002",
        "2001:db8:1:2:3:4:5, 20010db800010002",
        "2001:db8:, 20010db800000000",
        "nonsense, nonsense",
    })
    void anIpv6AddressCountsAsItsNetworkEvenWithoutItsLastPart(String address, String network) {
        assertEquals(network, Addresses.network(address));
    }
}
