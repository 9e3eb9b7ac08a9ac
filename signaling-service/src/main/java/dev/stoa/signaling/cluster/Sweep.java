package dev.stoa.signaling.cluster;

import io.vertx.core.Future;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Response;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Marks the pages of a dead instance as away, for they may come back to another, and hands on what happened in its rooms; any
 * number of instances may do it.
 */
@Singleton
final class Sweep {

    private static final int ROOMS_AT_ONCE = 500;

    private final Scripts scripts;
    private final Absences absences;
    private final RoomEvents events;

    Sweep(Scripts scripts, Absences absences, RoomEvents events) {
        this.scripts = scripts;
        this.absences = absences;
        this.events = events;
    }

    /** Completes when no room counts on that instance any more. */
    Future<Void> of(String dead) {
        return scripts.run(Command.SRANDMEMBER, Keys.roomsOf(dead), Integer.toString(ROOMS_AT_ONCE))
                .compose(rooms -> {
                    if (rooms == null || rooms.size() == 0) {
                        return Future.succeededFuture();
                    }
                    var swept = rooms.stream()
                            .map(room -> sweep(dead, room.toString()))
                            .toList();
                    return Future.all(swept).compose(done -> of(dead));
                });
    }

    /** A window has ended, named as on the list. */
    void giveUp(String window) {
        absences.giveUp(Window.of(window));
    }

    private Future<Void> sweep(String dead, String room) {
        return scripts.run(Command.HGETALL, Keys.peers(room)).compose(peers -> {
            var steps = new ArrayList<Future<Void>>();
            for (var member : presentAt(dead, room, peers)) {
                steps.add(absences.away(member));
            }
            steps.add(events.forward(room));
            return Future.all(steps)
                    .compose(done -> scripts.run(Command.SREM, Keys.roomsOf(dead), room))
                    .mapEmpty();
        });
    }

    private static List<Member> presentAt(String dead, String room, @Nullable Response peers) {
        if (peers == null) {
            return List.of();
        }
        return peers.getKeys().stream()
                .map(peer -> {
                    var place = Place.of(peers.get(peer).toString());
                    var isThere = place.instance().equals(dead) && place.isPresent();
                    return isThere ? new Member(room, peer, place.connection()) : null;
                })
                .filter(Objects::nonNull)
                .toList();
    }
}
