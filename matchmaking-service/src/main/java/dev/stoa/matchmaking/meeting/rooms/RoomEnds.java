package dev.stoa.matchmaking.meeting.rooms;

import dev.stoa.matchmaking.queue.RedisLink;
import dev.stoa.matchmaking.queue.Step;
import dev.stoa.matchmaking.queue.Steps;
import dev.stoa.matchmaking.queue.Work;
import io.smallrye.mutiny.Uni;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * Tells signaling that a room is over: first a tombstone that refuses outstanding passes, then a command that closes its
 * sockets. Until both are written the room stays on the queue's list of ended rooms, from which the sweep hands it here
 * again; telling it twice is harmless.
 */
final class RoomEnds {

    private static final Logger LOG = Logger.getLogger(RoomEnds.class);
    private static final int TOMBSTONE_SECONDS = 600;
    private static final int MOST_COMMANDS = 100_000;

    private final RedisLink link;
    private final Steps steps;
    private final Set<String> underWay = ConcurrentHashMap.newKeySet();

    RoomEnds(RedisLink link, Steps steps) {
        this.link = link;
        this.steps = steps;
    }

    void take(Work work) {
        if (work instanceof Work.EndRoom end && underWay.add(end.room())) {
            tell(end.room())
                    .onTermination()
                    .invoke(() -> underWay.remove(end.room()))
                    .subscribe()
                    .with(done -> {}, failure -> LOG.debugf("Room's end left to the sweep: %s", failure.getMessage()));
        }
    }

    private Uni<Void> tell(String room) {
        Request tombstone = Request.cmd(Command.SET)
                .arg("sig:{" + room + "}:ended")
                .arg("1")
                .arg("EX")
                .arg(TOMBSTONE_SECONDS);
        Request command = Request.cmd(Command.XADD)
                .arg("sig:room-commands")
                .arg("MAXLEN")
                .arg("~")
                .arg(MOST_COMMANDS)
                .arg("*")
                .arg("command")
                .arg("end")
                .arg("room")
                .arg(room)
                .arg("at")
                .arg(Instant.now().toString());
        return link.send(tombstone)
                .chain(() -> link.send(command))
                .chain(() -> steps.take(Step.ROOM_ENDED, room))
                .replaceWithVoid();
    }
}
