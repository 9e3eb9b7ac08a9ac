package dev.stoa.matchmaking.meeting.rooms;

import dev.stoa.matchmaking.queue.RedisLink;
import dev.stoa.matchmaking.queue.Step;
import dev.stoa.matchmaking.queue.Steps;
import io.smallrye.mutiny.Uni;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;

/** What the queue knows of how far rooms are heard: deadlines of matches go no further than that. */
final class Hearing {

    /** Signaling's clock: its instances move the field {@code at}. */
    static final String CLOCK = "{sig}:clock";

    /** To tell it more often than every so many ns would cost a write of the queue for each room event, and gain nothing. */
    private static final long OFTEN_ENOUGH = 500_000_000L;

    private final RedisLink link;
    private final Steps steps;
    private final Pulse pulse = new Pulse();
    private long toldAt = System.nanoTime() - OFTEN_ENOUGH;

    Hearing(RedisLink link, Steps steps) {
        this.link = link;
        this.steps = steps;
    }

    /** All that has happened in rooms until now is done. It counts only while signaling lives, for else nobody can come there. */
    Uni<Void> heard() {
        if (System.nanoTime() - toldAt < OFTEN_ENOUGH) {
            return Uni.createFrom().voidItem();
        }
        toldAt = System.nanoTime();
        return link.send(Request.cmd(Command.HGET).arg(CLOCK).arg("at"))
                .flatMap(at -> told(at == null || pulse.isFelt(at.toString(), System.nanoTime())))
                .onFailure()
                .recoverWithNull();
    }

    /** It could not be read. */
    Uni<Void> failed() {
        return told(false).onFailure().recoverWithNull();
    }

    private Uni<Void> told(boolean heard) {
        return steps.take(Step.ROOMS_HEARD, heard ? 1 : 0).replaceWithVoid();
    }
}
