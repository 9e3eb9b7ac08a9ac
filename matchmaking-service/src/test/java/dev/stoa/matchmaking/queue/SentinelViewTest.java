package dev.stoa.matchmaking.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SentinelViewTest {

    private static final String MASTER = "redis://a:1";
    private static final KnownReplica FOLLOWER = new KnownReplica("slave", false, true, 0);
    private static final KnownReplica STRAY = new KnownReplica("slave", true, false, 0);

    @ParameterizedTest
    @CsvSource({
        "slave, true, 0, 1",
        "slave, false, 9000, 1",
        "slave, false, 10001, 0",
        "slave, false, -1000, 0",
        "'s_down,slave', true, 0, 0",
        "'o_down,slave', true, 0, 0",
        "'slave,disconnected', true, 0, 0",
        "'slave,reconf_sent', true, 0, 1",
    })
    void whoIsUpAndHeardTheMasterLatelyHasToFollow(String flags, boolean linked, long deafMs, int followers) {
        assertEquals(followers, of(view(MASTER, new KnownReplica(flags, false, linked, deafMs))));
    }

    @Test
    void theSentinelThatSeesMostCounts() {
        assertEquals(2, of(view(MASTER, FOLLOWER), view(MASTER, FOLLOWER, FOLLOWER)));
    }

    @Test
    void aMasterOfYesterdayHoldsUpNobodyWhenAllAgree() {
        assertEquals(1, of(view(MASTER, FOLLOWER, STRAY), view(MASTER, FOLLOWER, STRAY)));
    }

    @Test
    void aMasterOfTomorrowIsMissedWhenOneSentinelNamesIt() {
        assertEquals(2, of(view(MASTER, FOLLOWER, STRAY), view("redis://b:1", FOLLOWER)));
    }

    @Test
    void aMasterOfTomorrowIsMissedWhenOneSentinelIsPromotingIt() {
        KnownReplica promoted = new KnownReplica("slave,promoted", false, true, 0);
        assertEquals(2, of(view(MASTER, FOLLOWER, STRAY), view(MASTER, FOLLOWER, promoted)));
    }

    @Test
    void aMasterOfTomorrowIsMissedWhenOneSentinelCannotBeHeard() {
        assertEquals(2, SentinelView.followersOf(MASTER, List.of(view(MASTER, FOLLOWER, STRAY)), 2));
    }

    private static int of(SentinelView... views) {
        return SentinelView.followersOf(MASTER, List.of(views), views.length);
    }

    private static SentinelView view(String master, KnownReplica... replicas) {
        return new SentinelView(master, List.of(replicas));
    }
}
