package dev.stoa.signaling.socket;

import dev.stoa.signaling.cluster.Session;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The sessions that have posted here lately and that Redis knew: the others may be anybody's invention. For any thread. */
@Singleton
final class Posters {

    /** A page posts every two seconds at least, to each of many instances behind one address more seldom. */
    private static final Duration REMEMBERED = Duration.ofSeconds(30);

    private final Map<Session, Long> heardAt = new ConcurrentHashMap<>();

    /** Whether Redis knew the session a moment ago. {@code now} is {@link System#nanoTime()}. */
    boolean know(Session session, long now) {
        var at = heardAt.get(session);
        return at != null && now - at < REMEMBERED.toNanos();
    }

    /** Redis knows the session. */
    void add(Session session, long now) {
        heardAt.put(session, now);
    }

    /** Redis knows no such session. */
    void remove(Session session) {
        heardAt.remove(session);
    }

    /** Forgets those that have not posted for long. */
    void forget(long now) {
        heardAt.values().removeIf(at -> now - at >= REMEMBERED.toNanos());
    }
}
