package dev.stoa.signaling.cluster;

import dev.stoa.signaling.protocol.LeaveReason;
import io.vertx.core.Future;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Response;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Takes the peers of a dead instance out of their rooms; any number of instances may do it at once. */
@Singleton
final class Sweep {

    private static final int ROOMS_AT_ONCE = 500;

    private final Scripts scripts;
    private final RoomLog log;

    Sweep(Scripts scripts, RoomLog log) {
        this.scripts = scripts;
        this.log = log;
    }

    /** Completes when no room knows a peer of that instance any more. */
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

    private Future<Void> sweep(String dead, String room) {
        return scripts.run(Command.HGETALL, Keys.peers(room)).compose(peers -> {
            var steps = new ArrayList<Future<Void>>();
            for (var departure : departures(dead, peers)) {
                steps.add(log.leave(room, dead, departure, false));
            }
            steps.add(scripts.run(Command.SREM, Keys.roomsOf(dead), room).mapEmpty());
            return Future.all(steps).mapEmpty();
        });
    }

    private static List<Departure> departures(String dead, @Nullable Response peers) {
        if (peers == null) {
            return List.of();
        }
        return peers.getKeys().stream()
                .map(peer -> {
                    var place = peers.get(peer).toString().split(" ", 3);
                    return place[1].equals(dead) ? new Departure(peer, place[0], LeaveReason.LOST) : null;
                })
                .filter(Objects::nonNull)
                .toList();
    }
}
