package dev.stoa.signaling.room;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stoa.signaling.rig.Door;
import dev.stoa.signaling.rig.Surroundings;
import dev.stoa.signaling.rig.TestPeer;
import dev.stoa.signaling.rig.TestStream;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A page that says that it is being closed has 1 s here, one whose connection breaks a minute. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class ClosingTest {

    private static final String CLOSING = "{\"type\":\"closing\"}";
    private static final Duration SOON = Duration.ofSeconds(25);

    @Inject
    Door door;

    @Test
    void aPageThatSaysThatItIsClosingIsSoonGone() {
        var room = Door.newRoom();
        try (var ada = door.join(room, "ada");
                var bob = door.join(room, "bob");
                var redis = door.redis()) {
            ada.next("peer-joined");

            bob.say(CLOSING);

            assertEquals(1001, bob.closeCode());
            expectSoonGone(ada, System.nanoTime());
            redis.awaitEvents(room, "joined ada", "joined bob", "left bob");
            await().until(() -> !redis.isAway(room));
        }
    }

    @Test
    void aBrowserThatClosesTheSocketOfAPageSaysTheSame() {
        var room = Door.newRoom();
        try (var ada = door.join(room, "ada");
                var bob = door.join(room, "bob")) {
            ada.next("peer-joined");

            bob.closeWith(1001);

            expectSoonGone(ada, System.nanoTime());
        }
    }

    @Test
    void aSocketThatIsClosedOtherwiseHasTheLongWindow() {
        var room = Door.newRoom();
        try (var ada = door.join(room, "ada");
                var bob = TestPeer.open(door.port(), door.printer().pass(room, "bob"))) {
            var welcome = bob.next("welcome");
            ada.next("peer-joined");

            bob.closeWith(1000);
            ada.next("peer-reconnecting");

            await().during(Duration.ofSeconds(3)).until(() -> ada.rest().isEmpty());
            try (var again = TestPeer.comeBack(door.port(), welcome, 2)) {
                again.next("resumed");
            }
        }
    }

    @Test
    void aReloadedPageTakesThePlaceOfTheOldOne() {
        var room = Door.newRoom();
        try (var ada = door.join(room, "ada");
                var old = door.join(room, "bob");
                var redis = door.redis()) {
            ada.next("peer-joined");
            old.say(CLOSING);
            ada.next("peer-reconnecting");

            try (var bob = door.join(room, "bob")) {
                assertEquals("replaced", ada.next("peer-left").path("reason").textValue());
                ada.next("peer-joined");
                await().until(() -> !redis.isAway(room));
                bob.chat("here");
                ada.next("chat");
                redis.awaitEvents(room, "joined ada", "joined bob", "joined bob");
            }
        }
    }

    @Test
    void aPageThatWasNotClosedAfterAllComesBack() {
        var room = Door.newRoom();
        try (var ada = door.join(room, "ada");
                var bob = TestPeer.open(door.port(), door.printer().pass(room, "bob"))) {
            var welcome = bob.next("welcome");
            ada.next("peer-joined");
            bob.say(CLOSING);
            ada.next("peer-reconnecting");

            try (var again = TestPeer.comeBack(door.port(), welcome, 2)) {
                again.next("resumed");
                ada.next("peer-resumed");
            }
        }
    }

    @Test
    void aPageWithoutAWebSocketSaysSoByPostAndItsStreamEnds() {
        var room = Door.newRoom();
        try (var ada = door.join(room, "ada");
                var bob = stream(room)) {
            var session = session(bob);
            ada.next("peer-joined");

            assertEquals(200, TestStream.post(door.port(), session, 2, CLOSING).statusCode());

            assertEquals(1001, bob.next("close").path("code").intValue());
            expectSoonGone(ada, System.nanoTime());
        }
    }

    @Test
    void theLongWindowOfAPageWhoseStreamBrokeFirstIsCutShort() {
        var room = Door.newRoom();
        try (var ada = door.join(room, "ada");
                var redis = door.redis()) {
            var bob = stream(room);
            var session = session(bob);
            ada.next("peer-joined");
            bob.close();
            ada.next("peer-reconnecting");
            var closedAt = System.nanoTime();

            TestStream.post(door.port(), session, 2, CLOSING);

            assertEquals("lost", gone(ada).path("reason").textValue());
            assertTrue(System.nanoTime() - closedAt < SOON.toNanos());
            redis.awaitEvents(room, "joined ada", "joined bob", "left bob");
        }
    }

    private TestStream stream(String room) {
        return TestStream.open(door.port(), door.port(), door.printer().pass(room, "bob"));
    }

    private static String session(TestStream stream) {
        return stream.next("welcome").path("session").textValue();
    }

    private static void expectSoonGone(TestPeer ada, long closedAt) {
        ada.next("peer-reconnecting");
        assertEquals("lost", gone(ada).path("reason").textValue());
        assertTrue(System.nanoTime() - closedAt < SOON.toNanos());
    }

    private static JsonNode gone(TestPeer ada) {
        return ada.next("peer-left");
    }
}
