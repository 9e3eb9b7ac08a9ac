package dev.stoa.signaling.cluster;

import io.vertx.core.Future;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Response;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Marks the pages of a dead instance as away, for they may come back to another; any number of instances may do it. */
@Singleton
final class Sweep {

    private static final int ROOMS_AT_ONCE = 500;
    private static final int PARTS = 7;
    private static final String PRESENT = "0";

    private final Scripts scripts;
    private final Attendance attendance;

    Sweep(Scripts scripts, Attendance attendance) {
        this.scripts = scripts;
        this.attendance = attendance;
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

    /** The window of a page that is away has ended; it is named as in {@link Keys#AWAY}. */
    void giveUp(String away) {
        var place = away.split(" ");
        attendance.leave(new Member(place[0], place[1], place[2]), Change.LOST, false);
    }

    private Future<Void> sweep(String dead, String room) {
        return scripts.run(Command.HGETALL, Keys.peers(room)).compose(peers -> {
            var steps = new ArrayList<Future<Void>>();
            for (var member : presentAt(dead, room, peers)) {
                steps.add(attendance.away(dead, member, false));
            }
            steps.add(scripts.run(Command.SREM, Keys.roomsOf(dead), room).mapEmpty());
            return Future.all(steps).mapEmpty();
        });
    }

    private static List<Member> presentAt(String dead, String room, @Nullable Response peers) {
        if (peers == null) {
            return List.of();
        }
        return peers.getKeys().stream()
                .map(peer -> {
                    var place = peers.get(peer).toString().split(" ", PARTS);
                    var isThere = place[1].equals(dead) && place[3].equals(PRESENT);
                    return isThere ? new Member(room, peer, place[0]) : null;
                })
                .filter(Objects::nonNull)
                .toList();
    }
}
