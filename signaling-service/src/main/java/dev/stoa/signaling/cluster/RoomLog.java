package dev.stoa.signaling.cluster;

import io.vertx.core.Future;
import jakarta.inject.Singleton;
import java.util.List;

/** The shared truth about what was said in rooms, and in which order. Lives on the loop. */
@Singleton
public final class RoomLog {

    private final Scripts scripts;
    private final Instance instance;
    private final Together appends;

    RoomLog(Scripts scripts, Instance instance, RoomLogConfig config) {
        this.scripts = scripts;
        this.instance = instance;
        appends = scripts.together(
                Script.APPEND,
                List.of(
                        Integer.toString(config.keptMessages()),
                        Long.toString(config.idleKept().toMillis())));
    }

    /** Says something in the room; gives its number, or what {@link AppendOutcome#of} understands. */
    public Future<Long> append(Saying said) {
        var room = said.room();
        var arguments = List.of(
                said.peer(),
                said.proof(),
                Long.toString(said.n()),
                said.right(),
                said.to(),
                Long.toString(said.seen()),
                Keys.channels(room),
                said.message().before(),
                said.message().after());
        return appends.add(List.of(Keys.state(room), Keys.peers(room), Keys.stream(room)), arguments)
                .map(Replies::number);
    }

    /** What was said from a number on, itself included. */
    public Future<Missed> read(String room, long from) {
        var arguments = List.of(Long.toString(from), instance.id());
        return scripts.run(Script.READ, List.of(Keys.state(room), Keys.stream(room)), arguments)
                .map(reply -> new Missed(
                        reply.get(0).toString(),
                        Replies.number(reply.get(1)),
                        Replies.number(reply.get(2)),
                        Replies.entries(reply.get(3))));
    }

    /** Numbers of that epoch were lost, so nobody may go on from them any more. */
    public Future<Void> disown(String room, String epoch) {
        return scripts.run(Script.DISOWN, List.of(Keys.state(room)), List.of(epoch, Secrets.epoch()))
                .mapEmpty();
    }
}
