package dev.stoa.signaling.socket;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.smallrye.config.SmallRyeConfigBuilder;
import org.junit.jupiter.api.Test;
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

    @Test
    void manyWhoComeAtOnceDoNotAllFindTheSamePlaceFree() {
        var addresses = addressesForTwo();
        assertTrue(addresses.mayKnock("a", 0) && addresses.mayKnock("a", 0) && addresses.mayKnock("a", 0));

        assertTrue(addresses.reserve("a", 0) && addresses.reserve("a", 0));

        assertFalse(addresses.reserve("a", 1));
        assertFalse(addresses.mayKnock("a", 1));
        addresses.opened("a", 1);
        assertFalse(addresses.reserve("a", 1), "one is there, one on its way");
        addresses.closed("a");
        assertTrue(addresses.reserve("a", 1));
    }

    @Test
    void whoIsLetInAndNeverComesLosesItsPlace() {
        var addresses = addressesForTwo();
        assertTrue(addresses.mayKnock("a", 0));
        assertTrue(addresses.reserve("a", 0) && addresses.reserve("a", 0));

        assertTrue(addresses.mayKnock("a", SECONDS.toNanos(6)));
        assertTrue(addresses.reserve("a", SECONDS.toNanos(6)));
    }

    @Test
    void whoIsLetInLateFindsAPlaceThoughItsKnockingIsForgotten() {
        var addresses = addressesForTwo();
        assertTrue(addresses.mayKnock("a", 0));
        addresses.forget(SECONDS.toNanos(10));

        assertTrue(addresses.reserve("a", SECONDS.toNanos(10)));
    }

    @Test
    void whoComesLateCountsThoughItsPlaceIsForgotten() {
        var addresses = addressesForTwo();
        assertTrue(addresses.reserve("a", 0) && addresses.reserve("a", 0));
        addresses.forget(SECONDS.toNanos(10));

        addresses.opened("a", SECONDS.toNanos(11));
        addresses.opened("a", SECONDS.toNanos(11));

        assertFalse(addresses.reserve("a", SECONDS.toNanos(12)));
    }

    private static Addresses addressesForTwo() {
        return new Addresses(new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(SocketConfig.class)
                .withDefaultValue("stoa.socket.allowed-origins", "https://stoa.test")
                .withDefaultValue("stoa.socket.max-per-address", "2")
                .build()
                .getConfigMapping(SocketConfig.class));
    }
}
