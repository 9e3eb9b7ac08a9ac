package dev.stoa.signaling.proof;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stoa.signaling.proof.stranger.Event;
import dev.stoa.signaling.rig.RedisCluster;
import io.vertx.redis.client.Command;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Rooms spread over the primaries of a Redis Cluster, whose slots move and whose primaries die while pairs talk. */
class RedisClusterIT {

    private static final Seed SEED = Seed.of("RedisClusterIT");
    private static final SplittableRandom RANDOM = SEED.random();
    private static final Duration GAP = Duration.ofMillis(100);
    private static final Duration FAILOVER = Duration.ofSeconds(12);
    /** Less than the new primary takes, even if the machine stands still for a moment. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(3);

    private static final int PAIRS = 12;
    /** The hash tags of what all rooms share. */
    private static final List<String> SHARED = List.of("sig", "sig:room-events", "sig:room-commands");

    private static RedisCluster cluster;
    private static Stage stage;
    private static ClusterTalks talks;

    @BeforeAll
    static void start() {
        cluster = new RedisCluster();
        stage = Stage.on(cluster, "clustered", 2, Map.of("STOA_ROOM_RESUME_WITHIN", "5s"));
        talks = new ClusterTalks(cluster, SEED, RANDOM);
    }

    @AfterAll
    static void stop() {
        stage.close();
        cluster.close();
    }

    @Test
    void pairsTalkOnAllPrimaries() {
        var owners = cluster.owners();
        assertEquals(3, owners.size());
        var rooms = owners.stream()
                .flatMap(port -> talks.rooms(PAIRS / 3, owner -> owner == port))
                .toList();

        try (var talk = new Talk(stage, rooms.stream(), RANDOM).begin(GAP, RANDOM)) {
            for (var i = 0; i < 10; i++) {
                talk.goOn();
            }
            talks.expectWhole("talk", talk);
        }
        for (var room : rooms) {
            assertEquals(
                    List.of("joined", "joined"),
                    cluster.events(room).stream()
                            .filter(event -> event.startsWith("joined"))
                            .map(event -> event.substring(0, 6))
                            .toList());
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> cluster.events(room).stream().anyMatch(event -> event.startsWith("empty ")));
        }
    }

    @Test
    void movedSlotsLoseNothing() {
        move(3);
    }

    @Test
    @Tag("long")
    void slotsMovedAgainAndAgainLoseNothing() {
        move(10);
    }

    @Test
    void anInstanceThatIsKilledLosesNothing() {
        try (var talk = new Talk(stage, "killed", PAIRS, RANDOM).begin(GAP, RANDOM)) {
            var doomed = stage.instance(0);
            // Before, or how long it takes to start would count against the window of pages that happen to try it.
            stage.replace(0).awaitReady();
            doomed.signal("KILL");
            doomed.exitCode();
            talk.recovery(Duration.ofSeconds(10));
            talks.expectWhole("instance killed", talk);
        }
    }

    /** It is the one that has the windows, the clock and who is alive, too. */
    @Test
    void whenAPrimaryDiesItsRoomsGoOnTheOthersNeverNoticeAndPresenceIsWatched() {
        var victim = cluster.ownerOf(SHARED.getFirst());
        var room = talks.rooms(1, owner -> owner != victim).findFirst().orElseThrow();
        try (var presence = new Presence(stage, room)) {
            kill(victim, () -> presence.expectAwayWithin(FAILOVER));
            presence.expectTheWindowEnds();
            presence.expectADeadInstanceIsNoticed();
        }
    }

    @Test
    @Tag("long")
    void primariesMayDieAgainAndAgain() {
        die(8);
    }

    @Test
    void whatAReplicaNeverGotIsNoSilentHole() {
        var victim = cluster.owners().getFirst();
        var replica = cluster.replicaOf(victim);
        try (var talk = new Talk(stage, talks.rooms(6, owner -> owner == victim), RANDOM)) {
            talk.begin(GAP, RANDOM);
            talk.goOn();

            cluster.signal(replica, "STOP");
            // Or the kernel would take in what the replica reads when it goes on.
            cluster.look(victim).run(Command.CLIENT, "KILL", "TYPE", "replica");
            var lost = talk.said() + 100;
            await().until(() -> talk.said() > lost);
            cluster.kill(victim);
            cluster.signal(replica, "CONT");

            var recovery = talk.recovery(FAILOVER);
            talks.expectNoHole("lagging replica", talk, recovery);
        } finally {
            cluster.restart(victim);
            cluster.awaitComplete();
        }
    }

    private void move(int times) {
        var rooms = talks.rooms(PAIRS, owner -> true).toList();
        try (var talk = new Talk(stage, rooms.stream(), RANDOM).begin(GAP, RANDOM)) {
            talk.goOn();
            var moving = Stream.concat(rooms.stream(), SHARED.stream()).toList();
            for (var i = 0; i < times; i++) {
                for (var name : moving) {
                    var slot = cluster.slotOf(name);
                    var owner = cluster.ownerOf(slot);
                    var others = cluster.owners();
                    others.remove((Integer) owner);
                    cluster.move(slot, others.get(RANDOM.nextInt(others.size())));
                }
                talk.goOn();
            }
            assertEquals(0, talk.events().filter(Event.Cut.class::isInstance).count());
            talks.expectWhole("slots moved", talk);
        }
    }

    private void die(int times) {
        var globals = cluster.ownerOf(SHARED.getFirst());
        // The first to die has nothing of what all rooms share.
        kill(
                cluster.owners().stream()
                        .filter(port -> port != globals)
                        .findFirst()
                        .orElseThrow(),
                () -> {});
        for (var i = 1; i < times; i++) {
            kill(cluster.owners().get(RANDOM.nextInt(3)), () -> {});
        }
    }

    private void kill(int victim, Runnable meanwhile) {
        try (var there = new Talk(stage, talks.rooms(6, owner -> owner == victim), RANDOM);
                var elsewhere = new Talk(stage, talks.rooms(6, owner -> owner != victim), RANDOM)) {
            there.begin(GAP, RANDOM);
            elsewhere.begin(GAP, RANDOM);
            there.goOn();
            elsewhere.goOn();
            var killed = System.nanoTime();

            cluster.kill(victim);
            meanwhile.run();

            there.recovery(FAILOVER);
            var recovery = Duration.ofNanos(System.nanoTime() - killed);
            assertTrue(recovery.compareTo(FAILOVER) < 0, "back after " + recovery);
            assertTrue(elsewhere.p99(killed).compareTo(LONGEST_WAIT) < 0, "others waited for " + elsewhere.p99(killed));
            assertEquals(
                    0, elsewhere.events().filter(Event.Cut.class::isInstance).count());
            talks.expectWhole("others", elsewhere);
            talks.expectNoHole("primary killed", there, recovery);
        } finally {
            cluster.restart(victim);
            cluster.awaitComplete();
        }
    }
}
