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

    private final Addresses addresses;
    private final Map<Session, Long> heardAt = new ConcurrentHashMap<>();

    Posters(Addresses addresses) {
        this.addresses = addresses;
    }

    /** Whether the session may be asked about. One that Redis does not know, as far as can be told here, counts for its address. */
    boolean mayPost(Session session, String address, long now) {
        return know(session, now) || addresses.mayPost(address, now);
    }

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
