package dev.stoa.signaling.room;

import dev.stoa.signaling.protocol.ServerMessage;
import dev.stoa.signaling.redis.Loop;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;

/**
 * Tells pages which of their numbered messages are settled; a little late, and later while more of them come, to say it once for
 * many. Lives on the loop.
 */
@Singleton
final class Acks {

    private static final Duration LATE = Duration.ofMillis(200);
    private static final Duration AT_LAST = Duration.ofSeconds(1);
    // Often and few at a time: thousands at once would hold everything else up.
    private static final Duration EVERY = Duration.ofMillis(10);

    private final Queue<Due> waiting = new ArrayDeque<>();

    Acks(Loop loop) {
        loop.every(EVERY, () -> tell(System.nanoTime()));
    }

    void settled(Peer peer, long n) {
        if (peer.settle(n)) {
            var now = System.nanoTime();
            waiting.add(new Due(peer, now + LATE.toNanos(), now + AT_LAST.toNanos(), peer.settled()));
        }
    }

    private void tell(long now) {
        while (!waiting.isEmpty() && waiting.peek().at() - now <= 0) {
            var due = waiting.remove();
            var peer = due.peer();
            if (peer.settled() > due.settled() && now + LATE.toNanos() - due.latest() <= 0) {
                waiting.add(new Due(peer, now + LATE.toNanos(), due.latest(), peer.settled()));
            } else {
                peer.outlet().send(new ServerMessage.Ack(peer.acknowledge()));
            }
        }
    }

    /** Whom to tell, when, when at the latest ({@link System#nanoTime()}), and what was settled when that was decided. */
    private record Due(Peer peer, long at, long latest, long settled) {}
}
