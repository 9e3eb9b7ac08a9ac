package dev.stoa.signaling.socket;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stoa.signaling.rig.Door;
import dev.stoa.signaling.rig.RawSocket;
import dev.stoa.signaling.rig.Surroundings;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class BadFrameTest {

    /** What fits into the buffers of two sockets and of the service, and much more. */
    private static final long MOST_BUFFERED = 30_000_000;

    /** No close frame: what is no WebSocket any more is cut at once. */
    private static final int CUT = 1006;

    @Inject
    Door door;

    @Test
    void theProtocolIsAnsweredWithoutThePassAndWithoutCompression() {
        try (var raw = new RawSocket(door.port(), door.printer().pass(Door.newRoom(), "ada"))) {

            var head = raw.head().toLowerCase();

            assertTrue(head.startsWith("http/1.1 101"), head);
            assertTrue(head.contains("sec-websocket-protocol: stoa.v1\r\n"), head);
            assertFalse(head.contains("permessage-deflate"), head);
        }
    }

    @Test
    void aFrameOfMoreThan64KibClosesTheSocket() {
        assertEquals(CUT, closeCodeAfter(RawSocket.TEXT, true, new byte[65 * 1024]));
    }

    @Test
    void anUnmaskedFrameClosesTheSocket() {
        assertEquals(CUT, closeCodeAfter(RawSocket.TEXT, false, "{}".getBytes()));
    }

    @Test
    void aReservedOpcodeClosesTheSocket() {
        assertEquals(CUT, closeCodeAfter(5, true, new byte[1]));
    }

    @Test
    void aPageThatAnswersNoPingIsAwayAndThenClosed() {
        var room = Door.newRoom();
        try (var bob = door.join(room, "bob");
                var raw = new RawSocket(door.port(), door.printer().pass(room, "ada"))) {
            raw.head();
            bob.next("peer-joined");

            assertEquals(4001, raw.closeCode());

            bob.next("peer-reconnecting");
        }
    }

    @Test
    void aPageThatDoesNotReadIsCutAndAwayWhileOthersAreUnharmed() {
        var room = Door.newRoom();
        try (var slow = new RawSocket(door.port(), door.printer().pass(room, "slow"));
                var ada = door.join(room, "ada");
                var bob = door.join(room, "bob")) {
            slow.head();
            var far = "v".repeat(60_000);

            var left = false;
            for (var i = 0; i < 150 && !left; i++) {
                ada.offer("slow", far);
                left = bob.rest().stream()
                        .anyMatch(message -> message.path("type").textValue().equals("peer-reconnecting"));
            }

            bob.next("peer-reconnecting");
            ada.chat("still here");
            assertEquals("still here", bob.next("chat").path("text").textValue());
            await().until(slow::isCut);
        }
    }

    @Test
    void aTextThatIsNotUtf8ClosesTheSocket() {
        var chat = "{\"type\":\"chat\",\"text\":\"?\"}".getBytes(StandardCharsets.US_ASCII);
        chat[chat.length - 3] = (byte) 0xff;

        assertEquals(1007, closeCodeAfter(RawSocket.TEXT, true, chat));
    }

    @Test
    void aReservedBitClosesTheSocket() {
        assertEquals(
                1002,
                closeCodeAfter(RawSocket.RESERVED | RawSocket.TEXT, true, "{}".getBytes(StandardCharsets.US_ASCII)));
    }

    @Test
    void whoPingsAndDoesNotReadIsNotReadEither() {
        try (var raw = new RawSocket(door.port(), door.printer().pass(Door.newRoom(), "ada"))) {
            raw.head();
            var pings = new byte[16 * 1024];
            var written = 0L;

            try {
                while (written < MOST_BUFFERED) {
                    raw.frames(RawSocket.PING, pings, 125);
                    written += pings.length;
                }
            } catch (UncheckedIOException cut) {
                // The service gave up, which is as good.
            }

            assertTrue(written < MOST_BUFFERED, written + " bytes were taken");
        }
    }

    private int closeCodeAfter(int opcode, boolean masked, byte[] payload) {
        var room = Door.newRoom();
        try (var raw = new RawSocket(door.port(), door.printer().pass(room, "ada"));
                var bob = door.join(room, "bob")) {
            raw.head();

            raw.frame(opcode, masked, payload);

            return raw.closeCode();
        }
    }
}
