package dev.stoa.signaling;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stoa.signaling.rig.Door;
import dev.stoa.signaling.rig.InstanceProcess;
import dev.stoa.signaling.rig.KeyServer;
import dev.stoa.signaling.rig.PassPrinter;
import dev.stoa.signaling.rig.Ports;
import dev.stoa.signaling.rig.TestPeer;
import dev.stoa.signaling.rig.TestRedis;
import io.vertx.redis.client.Command;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import redis.embedded.RedisServer;

/** The packaged service, twice, as an operator runs it. */
class TwoInstancesIT {

    private static final long MOST_MIB = 256;

    private static final KeyServer KEYS = new KeyServer();
    private static final PassPrinter PRINTER = PassPrinter.fresh("key-1");
    private static RedisServer server;
    private static TestRedis redis;
    private static Map<String, String> environment;
    private static InstanceProcess one;
    private static InstanceProcess two;

    @BeforeAll
    static void start() {
        var port = Ports.free();
        server = TestRedis.start(port);
        redis = new TestRedis("redis://127.0.0.1:" + port);
        KEYS.publish(PRINTER.published());
        environment = Map.of(
                "STOA_SIGNALING_REDIS_URL",
                "redis://127.0.0.1:" + port,
                "STOA_PASS_JWKS_URL",
                KEYS.url(),
                "STOA_ALLOWED_ORIGINS",
                "https://other.test," + TestPeer.ORIGIN,
                "STOA_ICE_STUN_URLS",
                "stun:stun.test:3478");
        one = new InstanceProcess("one", environment);
        two = new InstanceProcess("two", environment);
        one.awaitReady();
        two.awaitReady();
    }

    @AfterAll
    static void stop() {
        one.close();
        two.close();
        redis.close();
        KEYS.close();
        server.stop();
    }

    @Test
    void theWelcomeNamesTheInstanceAndItsIceServers() {
        try (var ada = TestPeer.open(one.port(), PRINTER.pass(Door.newRoom(), "ada"))) {
            var welcome = ada.next("welcome");

            assertEquals("one", welcome.path("instance").textValue());
            assertEquals(
                    "[{\"urls\":[\"stun:stun.test:3478\"]}]",
                    welcome.path("iceServers").toString());
        }
    }

    @Test
    void peersOfTwoInstancesMeetAndTalkInOneOrder() {
        var room = Door.newRoom();
        try (var ada = join(one, room, "ada");
                var bob = join(two, room, "bob");
                var cleo = join(two, room, "cleo")) {
            ada.next("peer-joined");
            ada.next("peer-joined");
            bob.next("peer-joined");

            for (var i = 0; i < 90; i++) {
                ada.chat("a" + i);
                bob.chat("b" + i);
            }

            var last = 0L;
            var next = new HashMap<>(Map.of('a', 0, 'b', 0));
            for (var i = 0; i < 180; i++) {
                var chat = cleo.next("chat");
                assertTrue(chat.path("seq").longValue() > last);
                last = chat.path("seq").longValue();
                var text = chat.path("text").textValue();
                assertEquals(next.merge(text.charAt(0), 1, Integer::sum) - 1, Integer.parseInt(text.substring(1)));
            }
            for (var i = 0; i < 90; i++) {
                assertEquals("b" + i, ada.next("chat").path("text").textValue());
                assertEquals("a" + i, bob.next("chat").path("text").textValue());
            }
        }
    }

    @Test
    void aPageReloadedOnTheOtherInstanceTakesThePlaceOfTheOldOne() {
        var room = Door.newRoom();
        try (var ada = join(one, room, "ada");
                var old = join(one, room, "bob")) {
            ada.next("peer-joined");

            try (var fresh = join(two, room, "bob")) {
                assertEquals(4409, old.closeCode());
                assertEquals("replaced", ada.next("peer-left").path("reason").textValue());
                ada.next("peer-joined");
                ada.offer("bob", "new");
                assertEquals("ada", fresh.next("description").path("from").textValue());
            }
        }
    }

    @Test
    void aRoomEndsOnBothInstances() {
        var room = Door.newRoom();
        try (var ada = join(one, room, "ada");
                var bob = join(two, room, "bob")) {

            redis.endRoom(room);

            assertEquals(4410, ada.closeCode());
            assertEquals(4410, bob.closeCode());
        }
    }

    @Test
    void peersOfAKilledInstanceAreLostWithinTenSeconds() {
        var shared = Door.newRoom();
        var deserted = Door.newRoom();
        try (var doomed = new InstanceProcess("doomed", environment).awaitReady();
                var ada = join(one, shared, "ada");
                var bob = join(doomed, shared, "bob");
                var cleo = join(doomed, deserted, "cleo")) {
            ada.next("peer-joined");

            var killed = System.nanoTime();
            doomed.signal("KILL");

            var left = ada.next("peer-left");
            assertEquals("bob", left.path("peer").textValue());
            assertEquals("lost", left.path("reason").textValue());
            assertTrue(System.nanoTime() - killed < Duration.ofSeconds(10).toNanos());
            await().until(() -> redis.events(deserted).equals(List.of("joined cleo", "left cleo", "empty cleo")));
            assertEquals(List.of("joined ada", "joined bob", "left bob"), redis.events(shared));
            assertTrue(bob.closeCode() != 1000 && cleo.closeCode() != 1000);
        }
    }

    @Test
    void whoComesBackAfterAKillIsNotTakenOutByTheSweep() {
        var room = Door.newRoom();
        try (var doomed = new InstanceProcess("doomed-too", environment).awaitReady();
                var ada = join(one, room, "ada");
                var witness = join(doomed, Door.newRoom(), "witness");
                var old = join(doomed, room, "bob")) {
            ada.next("peer-joined");
            var watched = redis.events(room).size();
            doomed.signal("KILL");

            try (var back = join(two, room, "bob")) {
                assertEquals("replaced", ada.next("peer-left").path("reason").textValue());
                ada.next("peer-joined");
                await().atMost(Duration.ofSeconds(15))
                        .until(() -> !redis.run(Command.ZRANGE, "sig:instances", 0, -1)
                                .toString()
                                .contains("doomed-too"));
                assertEquals(watched + 1, redis.events(room).size());
                back.chat("still in");
                assertEquals("still in", ada.next("chat").path("text").textValue());
            }
            assertTrue(witness.closeCode() != 1000 && old.closeCode() != 1000);
        }
    }

    @Test
    void aStalledInstanceLosesItsPeersAndTellsThemWhenItWakes() {
        var room = Door.newRoom();
        try (var stalled = new InstanceProcess("stalled", environment).awaitReady();
                var ada = join(one, room, "ada");
                var bob = join(stalled, room, "bob")) {
            ada.next("peer-joined");

            stalled.signal("STOP");
            assertEquals("lost", ada.next("peer-left").path("reason").textValue());
            stalled.signal("CONT");

            assertEquals(4001, bob.closeCode());
        }
    }

    @Test
    void aStoppingInstanceSendsItsPeersElsewhereAtOnce() {
        var room = Door.newRoom();
        try (var stopping = new InstanceProcess("stopping", environment).awaitReady();
                var ada = join(one, room, "ada");
                var bob = join(stopping, room, "bob")) {
            ada.next("peer-joined");

            var asked = System.nanoTime();
            stopping.signal("TERM");

            assertEquals(1012, bob.closeCode());
            assertEquals("lost", ada.next("peer-left").path("reason").textValue());
            assertTrue(System.nanoTime() - asked < Duration.ofSeconds(2).toNanos());
            stopping.exitCode();
            assertTrue(System.nanoTime() - asked < Duration.ofSeconds(6).toNanos());
        }
    }

    @Test
    void anIdleInstanceIsSmall() {
        assertTrue(two.residentMib() <= MOST_MIB, two.residentMib() + " MiB");
    }

    @Test
    void withoutAllowedOriginsItSaysWhatIsMissingAndStops() {
        var incomplete = new HashMap<>(environment);
        incomplete.put("STOA_ALLOWED_ORIGINS", "");
        try (var instance = new InstanceProcess("incomplete", incomplete)) {
            assertNotEquals(0, instance.exitCode());
            assertTrue(instance.log().contains("stoa.socket.allowed-origins"), instance.log());
        }
    }

    private static TestPeer join(InstanceProcess instance, String room, String peer) {
        return TestPeer.join(instance.port(), PRINTER.pass(room, peer));
    }
}
