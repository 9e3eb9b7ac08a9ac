package dev.stoa.signaling.redis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import org.junit.jupiter.api.Test;

class ClusterViewTest {

    private static final RedisAddress ONE = new RedisAddress("10.0.0.1", 7001);
    private static final RedisAddress TWO = new RedisAddress("10.0.0.2", 7002);

    private final ClusterView view = new ClusterView();

    @Test
    void slotsBelongToThePrimariesThatNameThem() {
        view.add("""
                aa 10.0.0.1:7001@17001 myself,master - 0 0 1 connected 0-5460 5462 [5463->-bb]
                bb 10.0.0.2:7002@17002,two.example master - 0 1426238317239 2 connected 5461 5463-16383
                cc 10.0.0.3:7003@17003 slave aa 0 1426238317239 1 connected
                """, "10.0.0.1");

        assertEquals(ONE, view.owner(0));
        assertEquals(TWO, view.owner(5461));
        assertEquals(ONE, view.owner(5462));
        assertEquals(TWO, view.owner(5463));
        assertEquals(TWO, view.owner(16383));
        assertEquals(Set.of(ONE, TWO), view.primaries());
        assertEquals(3, view.nodes().size());
    }

    @Test
    void whatANodeThatWasCutOffSaysCountsLess() {
        var fresh = "bb 10.0.0.2:7002@17002 myself,master - 0 0 7 connected 0-16383\n"
                + "aa 10.0.0.1:7001@17001 master,fail - 0 0 1 disconnected";
        var stale = "aa 10.0.0.1:7001@17001 myself,master - 0 0 1 connected 0-16383";

        view.add(fresh, "10.0.0.2");
        view.add(stale, "10.0.0.1");

        assertEquals(TWO, view.owner(1));
        assertEquals(Set.of(TWO), view.primaries());
    }

    @Test
    void aPrimaryWithoutSlotsIsKnown() {
        view.add("aa 10.0.0.1:7001@17001 master - 0 0 1 connected", "10.0.0.2");

        assertEquals(Set.of(ONE), view.primaries());
        assertNull(view.owner(0));
    }

    @Test
    void whoDoesNotKnowItsOwnAddressIsWhereItWasAsked() {
        view.add("aa :7001@17001 myself,master - 0 0 1 connected 0", "10.0.0.1");

        assertEquals(ONE, view.owner(0));
    }

    @Test
    void nodesWithoutAddressAndWhatIsNoNodeAreLeftOut() {
        view.add("aa 10.0.0.1:7001@17001 master,noaddr - 0 0 1 disconnected 0-5\n\nvars currentEpoch 6", "10.0.0.1");

        assertTrue(view.isEmpty());
    }

    @Test
    void aSlotThatANodeSaysHasMovedIsThere() {
        view.add("aa 10.0.0.1:7001@17001 myself,master - 0 0 1 connected 0-16383", "10.0.0.1");

        var moved = view.with(5, TWO);

        assertEquals(TWO, moved.owner(5));
        assertEquals(ONE, moved.owner(6));
        assertFalse(moved.saysTheSameAs(view));
        assertTrue(view.saysTheSameAs(view.with(5, ONE)));
    }
}
