package dev.stoa.signaling.socket;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** What each participant may still send, whichever connections it sends it by. For any thread. */
@Singleton
final class Budgets {

    private final Map<Participant, Budget> budgets = new ConcurrentHashMap<>();
    private final AtomicInteger ahead = new AtomicInteger();
    private final SocketConfig config;

    Budgets(SocketConfig config) {
        this.config = config;
    }

    Budget of(String room, String peer) {
        return budgets.computeIfAbsent(
                new Participant(room, peer), participant -> new Budget(config, System.nanoTime()));
    }

    /** How fast one more connection is read. */
    PacedReading reading() {
        return new PacedReading(config, ahead, System.nanoTime());
    }

    /** Forgets those that are as good as new. */
    void forget(long now) {
        budgets.values().removeIf(budget -> budget.isUntouched(now));
    }

    private record Participant(String room, String peer) {}
}
