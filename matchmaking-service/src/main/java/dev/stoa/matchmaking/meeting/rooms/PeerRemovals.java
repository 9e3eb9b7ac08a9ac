package dev.stoa.matchmaking.meeting.rooms;

import dev.stoa.matchmaking.queue.RedisLink;
import dev.stoa.matchmaking.queue.Step;
import dev.stoa.matchmaking.queue.Steps;
import dev.stoa.matchmaking.queue.Work;
import io.smallrye.mutiny.Uni;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * Tells signaling to keep a peer out of a room: first a note that refuses its passes, then a command that closes its
 * sockets. Until both are written the peer stays on the queue's list of removed ones, from which the sweep hands it here
 * again; telling it twice is harmless.
 */
final class PeerRemovals {

    private static final Logger LOG = Logger.getLogger(PeerRemovals.class);

    /** The longest life of a room, as signaling keeps it too. */
    private static final int NOTE_SECONDS = 43_200;

    private static final int MOST_COMMANDS = 100_000;

    private final RedisLink link;
    private final Steps steps;
    private final Set<Work> underWay = ConcurrentHashMap.newKeySet();

    PeerRemovals(RedisLink link, Steps steps) {
        this.link = link;
        this.steps = steps;
    }

    void take(Work work) {
        if (work instanceof Work.RemovePeer removal && underWay.add(removal)) {
            tell(removal)
                    .onTermination()
                    .invoke(() -> underWay.remove(removal))
                    .subscribe()
                    .with(
                            done -> {},
                            failure -> LOG.debugf("Peer's removal left to the sweep: %s", failure.getMessage()));
        }
    }

    /** All are sent at once, so that the room's end, which may follow, does not overtake them. */
    private Uni<Void> tell(Work.RemovePeer removal) {
        String key = "sig:{" + removal.room() + "}:removed";
        Request note = Request.cmd(Command.SADD).arg(key).arg(removal.peer());
        Request end = Request.cmd(Command.EXPIRE).arg(key).arg(NOTE_SECONDS);
        Request command = Request.cmd(Command.XADD)
                .arg("sig:room-commands")
                .arg("MAXLEN")
                .arg("~")
                .arg(MOST_COMMANDS)
                .arg("*")
                .arg("command")
                .arg("remove")
                .arg("room")
                .arg(removal.room())
                .arg("peer")
                .arg(removal.peer())
                .arg("at")
                .arg(System.currentTimeMillis());
        return Uni.join()
                .all(link.send(note), link.send(end), link.send(command))
                .andFailFast()
                .chain(() -> steps.take(Step.PEER_REMOVED, removal.room(), removal.peer()))
                .replaceWithVoid();
    }
}
