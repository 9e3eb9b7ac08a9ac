package dev.stoa.signaling.room;

import dev.stoa.signaling.protocol.ServerMessage;
import dev.stoa.signaling.redis.Loop;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Tells pages which of their numbered messages are settled; a little late, to say it once for many. Lives on the loop. */
@Singleton
final class Acks {

    private static final Duration EVERY = Duration.ofMillis(200);

    private final List<Peer> due = new ArrayList<>();

    Acks(Loop loop) {
        loop.every(EVERY, this::tell);
    }

    void settled(Peer peer, long n) {
        if (peer.settle(n)) {
            due.add(peer);
        }
    }

    private void tell() {
        var now = List.copyOf(due);
        due.clear();
        now.forEach(peer -> peer.outlet().send(new ServerMessage.Ack(peer.acknowledge())));
    }
}
