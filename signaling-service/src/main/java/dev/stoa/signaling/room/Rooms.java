package dev.stoa.signaling.room;

import dev.stoa.signaling.cluster.AppendOutcome;
import dev.stoa.signaling.cluster.Heard;
import dev.stoa.signaling.cluster.RoomLog;
import dev.stoa.signaling.cluster.Roster;
import dev.stoa.signaling.cluster.Saying;
import dev.stoa.signaling.cluster.Subscriptions;
import dev.stoa.signaling.protocol.CloseReason;
import dev.stoa.signaling.redis.Loop;
import dev.stoa.signaling.watch.Meters;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Future;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The rooms that have a peer on this instance. Lives on the loop. */
@Singleton
final class Rooms implements Subscriptions.Listener {

    private static final Duration READ_AGAIN = Duration.ofMillis(200);

    private final Map<String, Room> rooms = new ConcurrentHashMap<>();
    private final Subscriptions subscriptions;
    private final Roster roster;
    private final RoomLog log;
    private final Loop loop;
    private final Meters meters;

    Rooms(Subscriptions subscriptions, Roster roster, RoomLog log, Loop loop, Meters meters) {
        this.subscriptions = subscriptions;
        this.roster = roster;
        this.log = log;
        this.loop = loop;
        this.meters = meters;
    }

    void start(@Observes StartupEvent event) {
        meters.rooms(rooms::size);
        loop.execute(() -> subscriptions.listen(this));
    }

    /** The room, listened to and on the roster from now on if it was not yet. */
    Room open(String id) {
        return rooms.computeIfAbsent(id, this::prepared);
    }

    private Room prepared(String id) {
        return new Room(
                id, Future.all(subscriptions.subscribe(id), roster.enter(id)).mapEmpty());
    }

    /** The room, if it has a peer here. */
    @Nullable
    Room find(String id) {
        return rooms.get(id);
    }

    /** Takes a peer out of its room. */
    void remove(Peer peer) {
        var room = rooms.get(peer.member().room());
        if (room != null) {
            room.remove(peer);
            closeIfEmpty(room);
        }
    }

    /** Listens no more if nobody is left here. */
    private void closeIfEmpty(Room room) {
        if (room.isEmpty() && rooms.remove(room.id(), room)) {
            subscriptions.unsubscribe(room.id());
            roster.leave(room.id());
        }
    }

    /** A peer is in the room. */
    void entered(Room room, String epoch, long seq) {
        if (!room.epoch().isEmpty() && !room.epoch().equals(epoch)) {
            abandon(room);
        }
        if (room.entered(epoch, seq)) {
            mayHaveMissed(room.id());
        }
    }

    /** A peer here says something; who is in the room on this instance hears of it like all others. */
    Future<AppendOutcome> say(Saying saying) {
        return log.append(saying).map(number -> {
            var room = rooms.get(saying.room());
            if (number > 0 && room != null) {
                room.said(saying.entry(number));
            }
            return AppendOutcome.of(number);
        });
    }

    @Override
    public void heard(String id, Heard heard) {
        var room = rooms.get(id);
        if (room == null) {
            return;
        }
        if (room.take(heard)) {
            meters.gap();
            mayHaveMissed(id);
        }
        closeIfEmpty(room);
    }

    @Override
    public void mayHaveMissed(String id) {
        var room = rooms.get(id);
        if (room != null && room.startReading()) {
            read(room);
        }
    }

    private void read(Room room) {
        if (rooms.get(room.id()) != room) {
            return;
        }
        log.read(room.id(), room.last())
                .compose(missed -> room.isContradictedBy(missed)
                        ? log.disown(room.id(), room.epoch()).map(missed)
                        : Future.succeededFuture(missed))
                .onSuccess(missed -> {
                    if (!room.caughtUp(missed)) {
                        abandon(room);
                    } else if (room.hasHole()) {
                        mayHaveMissed(room.id());
                    }
                    closeIfEmpty(room);
                })
                .onFailure(failure -> loop.after(READ_AGAIN, () -> read(room)));
    }

    /** What was said is lost, so everybody here has to come in anew rather than go on with a hole. */
    private void abandon(Room room) {
        room.peers().stream()
                .filter(Peer::isPresent)
                .forEach(peer -> peer.outlet().close(CloseReason.RESTARTING));
        room.forget();
    }
}
