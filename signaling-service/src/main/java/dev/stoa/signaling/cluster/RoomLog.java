package dev.stoa.signaling.cluster;

import io.vertx.core.Future;
import jakarta.inject.Singleton;
import java.util.List;

/** The shared truth about what was said in rooms, and in which order. Lives on the loop. */
@Singleton
public final class RoomLog {

    private final Scripts scripts;
    private final RoomLogConfig config;

    RoomLog(Scripts scripts, RoomLogConfig config) {
        this.scripts = scripts;
        this.config = config;
    }

    /** Says something in the room. */
    public Future<AppendOutcome> append(Saying said) {
        var room = said.room();
        var arguments = List.of(
                said.peer(),
                said.proof(),
                Long.toString(said.n()),
                said.right(),
                said.to(),
                Long.toString(said.seen()),
                Keys.channel(room),
                said.message().before(),
                said.message().after(),
                Integer.toString(config.keptMessages()),
                Long.toString(config.idleKept().toMillis()));
        return scripts.run(Script.APPEND, List.of(Keys.state(room), Keys.peers(room), Keys.stream(room)), arguments)
                .map(reply -> switch ((int) Replies.number(reply)) {
                    case 0 -> AppendOutcome.REPEATED;
                    case -1 -> AppendOutcome.SENDER_GONE;
                    case -2 -> AppendOutcome.ADDRESSEE_UNKNOWN;
                    case -3 -> AppendOutcome.OUT_OF_ORDER;
                    case -4 -> AppendOutcome.NOT_ALLOWED;
                    default -> AppendOutcome.ACCEPTED;
                });
    }

    /** What was said from a number on, itself included. */
    public Future<Missed> read(String room, long from) {
        return scripts.run(Script.READ, List.of(Keys.state(room), Keys.stream(room)), List.of(Long.toString(from)))
                .map(reply -> new Missed(
                        reply.get(0).toString(), Replies.number(reply.get(1)), Replies.entries(reply.get(2))));
    }

    /** Numbers of that epoch were lost, so nobody may go on from them any more. */
    public Future<Void> disown(String room, String epoch) {
        return scripts.run(Script.DISOWN, List.of(Keys.state(room)), List.of(epoch, Secrets.epoch()))
                .mapEmpty();
    }
}
