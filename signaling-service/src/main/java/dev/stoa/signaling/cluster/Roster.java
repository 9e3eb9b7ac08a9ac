package dev.stoa.signaling.cluster;

import dev.stoa.signaling.redis.Loop;
import io.vertx.core.Future;
import io.vertx.redis.client.Command;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The rooms that somebody has to look after should this instance die: those with peers here, and those in which it is about
 * to do something. Redis knows of a room before anything is done there, and may know of more. Lives on the loop.
 */
@Singleton
public final class Roster {

    private static final int ROOMS_AT_ONCE = 500;
    private static final Duration AGAIN = Duration.ofSeconds(10);
    /** What ends in a room often begins again at once. */
    private static final Duration LINGER = Duration.ofSeconds(1);

    private final Map<String, Stay> stays = new HashMap<>();
    private final Scripts scripts;
    private final Instance self;
    private final RoomLogConfig config;
    private final Loop loop;

    Roster(Scripts scripts, Instance self, RoomLogConfig config, Loop loop) {
        this.scripts = scripts;
        this.self = self;
        this.config = config;
        this.loop = loop;
        // Another instance may have taken this one for dead, and Redis may have lost its last second.
        loop.every(AGAIN, this::tellAgain);
    }

    /** Something is to be done in the room; completes when Redis knows. To be followed by one {@link #leave}. */
    public Future<Void> enter(String room) {
        var stay = stays.computeIfAbsent(room, fresh -> new Stay());
        stay.reasons++;
        if (stay.known.failed()) {
            stay.known = enlist(List.of(room));
        }
        return stay.known;
    }

    /** It is done. */
    public void leave(String room) {
        var stay = stays.get(room);
        if (stay != null && --stay.reasons == 0) {
            loop.after(LINGER, () -> forget(room));
        }
    }

    /** Takes this instance off, with all its rooms. */
    Future<Void> retire() {
        return Future.all(
                        scripts.run(Command.ZREM, Keys.INSTANCES, self.id()),
                        scripts.run(Command.DEL, Keys.roomsOf(self.id())))
                .mapEmpty();
    }

    /** Tells Redis of all rooms, for it may have forgotten some. */
    void tellAgain() {
        var rooms = new ArrayList<>(stays.keySet());
        for (var start = 0; start < rooms.size(); start += ROOMS_AT_ONCE) {
            enlist(rooms.subList(start, Math.min(rooms.size(), start + ROOMS_AT_ONCE)));
        }
    }

    private void forget(String room) {
        var stay = stays.get(room);
        if (stay != null && stay.reasons == 0) {
            stays.remove(room);
            // If this is lost, whoever looks finds nobody of this instance there.
            scripts.run(Command.SREM, Keys.roomsOf(self.id()), room);
        }
    }

    private Future<Void> enlist(List<String> rooms) {
        var arguments = new ArrayList<>(
                List.of(self.id(), Long.toString(config.idleKept().toMillis())));
        arguments.addAll(rooms);
        return scripts.run(Script.ENLIST, List.of(Keys.INSTANCES, Keys.roomsOf(self.id())), arguments)
                .mapEmpty();
    }

    /** For how many reasons a room is on the roster, and whether Redis knows. */
    private static final class Stay {
        private int reasons;
        private Future<Void> known = Future.failedFuture("not told yet");
    }
}
