package dev.stoa.signaling;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stoa.signaling.rig.Door;
import dev.stoa.signaling.rig.Fleet;
import dev.stoa.signaling.rig.InstanceProcess;
import dev.stoa.signaling.rig.RawSocket;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** An instance that lets two sockets in from each network address, behind a proxy at 127.0.0.1. */
class AddressIT {

    private static final String PROXY = "127.0.0.1";
    private static final String STRANGER = "127.0.0.2";

    private static final Fleet FLEET = new Fleet();
    private static final InstanceProcess INSTANCE = FLEET.start("narrow", "STOA_SOCKET_MAX_PER_ADDRESS", "2");

    @BeforeAll
    static void awaitReady() {
        INSTANCE.awaitReady();
    }

    @AfterAll
    static void stop() {
        INSTANCE.close();
        FLEET.close();
    }

    @Test
    void theThirdSocketFromOneAddressIsRefusedUntilAnotherEnds() {
        try (var first = letIn(PROXY, "192.0.2.1");
                var second = letIn(PROXY, "192.0.2.1")) {
            assertRefused(PROXY, "192.0.2.1");
            letIn(PROXY, "192.0.2.2").close();

            first.close();

            await().until(() -> {
                try (var again = knock(PROXY, "192.0.2.1")) {
                    return again.head().startsWith("HTTP/1.1 101");
                }
            });
            assertTrue(second.isOpen());
        }
    }

    @Test
    void aHouseholdsIpv6AddressesCountAsOne() {
        try (var first = letIn(PROXY, "2001:db8:1:1::1");
                var second = letIn(PROXY, "2001:db8:1:1::2")) {
            assertRefused(PROXY, "2001:db8:1:1:ffff::3");
            letIn(PROXY, "2001:db8:1:2::1").close();
            assertTrue(first.isOpen() && second.isOpen());
        }
    }

    @Test
    void whoIsNoProxyCannotSpeakForOthers() {
        try (var first = letIn(STRANGER, "192.0.2.11");
                var second = letIn(STRANGER, "192.0.2.12")) {
            assertRefused(STRANGER, "192.0.2.13");
            assertTrue(first.isOpen() && second.isOpen());
        }
    }

    /** A socket that is open: its answer has come, so the next one comes after it. */
    private static RawSocket letIn(String source, String forwardedFor) {
        var socket = knock(source, forwardedFor);
        assertLetIn(socket);
        return socket;
    }

    private static void assertRefused(String source, String forwardedFor) {
        try (var socket = knock(source, forwardedFor)) {
            var head = socket.head();
            assertTrue(head.startsWith("HTTP/1.1 429"), head);
        }
    }

    private static RawSocket knock(String source, String forwardedFor) {
        return new RawSocket(INSTANCE.port(), FLEET.pass(Door.newRoom(), "ada"), source, forwardedFor);
    }

    private static void assertLetIn(RawSocket socket) {
        var head = socket.head();
        assertTrue(head.startsWith("HTTP/1.1 101"), head);
    }
}
