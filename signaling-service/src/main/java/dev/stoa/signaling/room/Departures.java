package dev.stoa.signaling.room;

import dev.stoa.signaling.cluster.Absences;
import dev.stoa.signaling.cluster.Change;
import dev.stoa.signaling.cluster.Member;
import dev.stoa.signaling.cluster.Roster;
import dev.stoa.signaling.redis.Loop;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Tells the others whose connection is gone, again and again until it is done. Lives on the loop. */
@Singleton
final class Departures {

    private static final Duration AGAIN = Duration.ofMillis(500);
    /** A server that takes over from one that died may not have got its last seconds; saying it twice changes nothing. */
    private static final Duration SURE_AFTER = Duration.ofSeconds(30);

    private final Map<String, Departure> open = new HashMap<>();
    private final AtomicInteger count = new AtomicInteger();
    private final Absences absences;
    private final Roster roster;
    private final Loop loop;

    Departures(Absences absences, Roster roster, Loop loop) {
        this.absences = absences;
        this.roster = roster;
        this.loop = loop;
        loop.every(AGAIN, () -> List.copyOf(open.values()).forEach(this::tell));
    }

    /** Whether everything was told; may be asked from any thread. */
    boolean areTold() {
        return count.get() == 0;
    }

    /** The page is away, or out for good: {@code change} says which. To be called while its room is still open here. */
    void add(Member member, Change change) {
        add(new Departure(member, change));
        loop.after(SURE_AFTER, () -> add(new Departure(member, change)));
    }

    private void add(Departure departure) {
        var member = departure.member;
        if (open.putIfAbsent(member.connection(), departure) == null) {
            count.incrementAndGet();
            roster.enter(member.room());
            tell(departure);
        }
    }

    private void tell(Departure departure) {
        if (departure.underWay) {
            return;
        }
        departure.underWay = true;
        var member = departure.member;
        var told = switch (departure.change) {
            case AWAY -> absences.away(member);
            case CLOSING -> absences.closing(member);
            case LEFT, LOST, REPLACED, REMOVED, ENDED, BACK, HEARD, MOVED -> absences.leave(member, departure.change);
        };
        told.onComplete(done -> departure.underWay = false).onSuccess(done -> {
            if (open.remove(member.connection()) != null) {
                count.decrementAndGet();
                roster.leave(member.room());
            }
        });
    }

    private static final class Departure {

        private final Member member;
        private final Change change;
        private boolean underWay;

        Departure(Member member, Change change) {
            this.member = member;
            this.change = change;
        }
    }
}
