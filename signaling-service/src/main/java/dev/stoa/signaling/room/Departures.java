package dev.stoa.signaling.room;

import dev.stoa.signaling.cluster.Member;
import dev.stoa.signaling.cluster.RoomLog;
import dev.stoa.signaling.protocol.LeaveReason;
import dev.stoa.signaling.redis.Loop;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Tells the shared log who left, again and again until it is done. Lives on the loop. */
@Singleton
final class Departures {

    private static final Duration AGAIN = Duration.ofMillis(500);

    private final Map<String, Departure> open = new HashMap<>();
    private final AtomicInteger count = new AtomicInteger();
    private final RoomLog log;
    private final Rooms rooms;

    Departures(RoomLog log, Rooms rooms, Loop loop) {
        this.log = log;
        this.rooms = rooms;
        loop.every(AGAIN, () -> List.copyOf(open.values()).forEach(this::tell));
    }

    /** Whether everything was told; may be asked from any thread. */
    boolean areTold() {
        return count.get() == 0;
    }

    void add(Member member, LeaveReason reason) {
        var departure = new Departure(member, reason);
        if (open.putIfAbsent(member.connection(), departure) == null) {
            count.incrementAndGet();
            tell(departure);
        }
    }

    private void tell(Departure departure) {
        if (departure.underWay) {
            return;
        }
        departure.underWay = true;
        var member = departure.member;
        log.leave(member, departure.reason, rooms.find(member.room()) == null)
                .onComplete(done -> departure.underWay = false)
                .onSuccess(done -> {
                    if (open.remove(member.connection()) != null) {
                        count.decrementAndGet();
                    }
                });
    }

    private static final class Departure {

        private final Member member;
        private final LeaveReason reason;
        private boolean underWay;

        Departure(Member member, LeaveReason reason) {
            this.member = member;
            this.reason = reason;
        }
    }
}
