package dev.stoa.signaling.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stoa.signaling.rig.TestPeer;
import java.time.Duration;

/** Ada, on the second instance, sees what becomes of others in her room. */
final class Presence implements AutoCloseable {

    private final Stage stage;
    private final String room;
    private final TestPeer ada;
    private final TestPeer bob;

    Presence(Stage stage, String room) {
        this.stage = stage;
        this.room = room;
        ada = enter(1, "ada");
        bob = enter(1, "bob");
        ada.next("peer-joined");
    }

    /** Bob's connection breaks, of which Ada is told. */
    void expectAwayWithin(Duration atMost) {
        var since = System.nanoTime();
        bob.vanish();
        assertEquals("bob", ada.next("peer-reconnecting").path("peer").textValue());
        var known = Duration.ofNanos(System.nanoTime() - since);
        assertTrue(known.compareTo(atMost) < 0, "away after " + known);
    }

    /** Bob does not come back. */
    void expectTheWindowEnds() {
        assertEquals("lost", ada.next("peer-left").path("reason").textValue());
    }

    /** Cleo comes in by the first instance, which is killed and replaced. */
    void expectADeadInstanceIsNoticed() {
        try (var cleo = enter(0, "cleo")) {
            ada.next("peer-joined");
            stage.instance(0).signal("KILL");
            stage.instance(0).exitCode();
            assertTrue(cleo.closeCode() > 0);
            assertEquals("cleo", ada.next("peer-reconnecting").path("peer").textValue());
        } finally {
            stage.replace(0).awaitReady();
        }
    }

    private TestPeer enter(int instance, String peer) {
        return TestPeer.join(stage.instance(instance).port(), stage.pass(room, peer));
    }

    @Override
    public void close() {
        bob.close();
        ada.close();
    }
}
