package dev.stoa.signaling.room;

import dev.stoa.signaling.protocol.ServerMessage;
import dev.stoa.signaling.redis.Loop;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;

/** Tells pages which of their numbered messages are settled; a little late, to say it once for many. Lives on the loop. */
@Singleton
final class Acks {

    private static final Duration LATE = Duration.ofMillis(200);
    // Often and few at a time: thousands at once would hold everything else up.
    private static final Duration EVERY = Duration.ofMillis(10);

    private final Queue<Due> waiting = new ArrayDeque<>();

    Acks(Loop loop) {
        loop.every(EVERY, () -> tell(System.nanoTime()));
    }

    void settled(Peer peer, long n) {
        if (peer.settle(n)) {
            waiting.add(new Due(peer, System.nanoTime() + LATE.toNanos()));
        }
    }

    private void tell(long now) {
        while (!waiting.isEmpty() && waiting.peek().at() - now <= 0) {
            var peer = waiting.remove().peer();
            peer.outlet().send(new ServerMessage.Ack(peer.acknowledge()));
        }
    }

    /** Whom to tell, and when ({@link System#nanoTime()}). */
    private record Due(Peer peer, long at) {}
}
