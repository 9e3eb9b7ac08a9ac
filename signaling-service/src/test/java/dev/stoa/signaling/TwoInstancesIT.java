package dev.stoa.signaling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stoa.signaling.rig.Door;
import dev.stoa.signaling.rig.Fleet;
import dev.stoa.signaling.rig.InstanceProcess;
import dev.stoa.signaling.rig.TestPeer;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The packaged service, twice, as an operator runs it. */
class TwoInstancesIT {

    private static final long MOST_MIB = 256;

    private static final Fleet FLEET = new Fleet();
    private static final InstanceProcess ONE = FLEET.start("one");
    private static final InstanceProcess TWO = FLEET.start("two");

    @BeforeAll
    static void awaitReady() {
        ONE.awaitReady();
        TWO.awaitReady();
    }

    @AfterAll
    static void stop() {
        ONE.close();
        TWO.close();
        FLEET.close();
    }

    @Test
    void theWelcomeNamesTheInstanceAndItsIceServers() {
        try (var ada = TestPeer.open(ONE.port(), FLEET.pass(Door.newRoom(), "ada"))) {
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
        try (var ada = FLEET.join(ONE, room, "ada");
                var bob = FLEET.join(TWO, room, "bob");
                var cleo = FLEET.join(TWO, room, "cleo")) {
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
    void whatIsForOnePeerIsCarriedToItsInstanceAlone() {
        var room = Door.newRoom();
        try (var ada = FLEET.join(ONE, room, "ada");
                var bob = FLEET.join(TWO, room, "bob")) {
            ada.next("peer-joined");
            var carriedToAda = FLEET.redis().carried(room, "ada");

            for (var i = 0; i < 5; i++) {
                ada.offer("bob", "v=" + i);
                bob.next("description");
            }

            assertEquals(carriedToAda, FLEET.redis().carried(room, "ada"));
            assertEquals(carriedToAda + 5, FLEET.redis().carried(room, "bob"));
            bob.chat("for all");
            bob.offer("ada", "v=5");
            assertEquals("for all", ada.next("chat").path("text").textValue());
            assertEquals(carriedToAda + 7, ada.next("description").path("seq").longValue());
        }
    }

    @Test
    void aPageReloadedOnTheOtherInstanceTakesThePlaceOfTheOldOne() {
        var room = Door.newRoom();
        try (var ada = FLEET.join(ONE, room, "ada");
                var old = FLEET.join(ONE, room, "bob")) {
            ada.next("peer-joined");

            try (var fresh = FLEET.join(TWO, room, "bob")) {
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
        try (var ada = FLEET.join(ONE, room, "ada");
                var bob = FLEET.join(TWO, room, "bob")) {

            FLEET.redis().endRoom(room);

            assertEquals(4410, ada.closeCode());
            assertEquals(4410, bob.closeCode());
        }
    }

    @Test
    void anIdleInstanceIsSmall() {
        assertTrue(TWO.residentMib() <= MOST_MIB, TWO.residentMib() + " MiB");
    }

    @Test
    void withoutAllowedOriginsItSaysWhatIsMissingAndStops() {
        try (var instance = FLEET.start("incomplete", "STOA_ALLOWED_ORIGINS", "")) {
            assertNotEquals(0, instance.exitCode());
            assertTrue(instance.log().contains("stoa.socket.allowed-origins"), instance.log());
        }
    }
}
