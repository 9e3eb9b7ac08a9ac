package dev.stoa.signaling.cluster;

import dev.stoa.signaling.protocol.ServerMessage;
import dev.stoa.signaling.protocol.Wire;
import io.vertx.core.Future;
import io.vertx.redis.client.Response;
import jakarta.inject.Singleton;
import java.util.List;

/** The shared truth about who is in which room. Lives on the loop. */
@Singleton
public final class Attendance {

    private final Scripts scripts;
    private final Instance instance;
    private final RoomLogConfig config;
    private final Wire wire;
    private final Aftermath aftermath;

    Attendance(Scripts scripts, Instance instance, RoomLogConfig config, Wire wire, Aftermath aftermath) {
        this.scripts = scripts;
        this.instance = instance;
        this.config = config;
        this.wire = wire;
        this.aftermath = aftermath;
    }

    /** Takes a newcomer in, in place of an earlier page of the same participant. */
    public Future<JoinOutcome> join(Newcomer who, PassUse pass) {
        var member = who.member();
        var room = member.room();
        var joined = wire.encodeUnnumbered(new ServerMessage.PeerJoined(0, who.info()));
        var left = wire.encodeUnnumbered(new ServerMessage.PeerLeft(0, member.id(), Change.REPLACED.reason()));
        var keys = List.of(
                Keys.state(room),
                Keys.peers(room),
                Keys.stream(room),
                Keys.ended(room),
                Keys.removed(room),
                Keys.pass(room, pass.id()),
                Keys.events(room));
        var arguments = List.of(
                member.id(),
                member.connection(),
                instance.id(),
                who.session().key(),
                who.rights(),
                wire.encode(who.info()),
                pass.nonce(),
                text(pass.keptFor().toMillis()),
                text(config.maxPeers()),
                Secrets.epoch(),
                Keys.channels(room),
                joined.before(),
                joined.after(),
                left.before(),
                left.after(),
                text(config.keptMessages()),
                text(config.idleKept().toMillis()));
        return aftermath.secured(
                room, () -> scripts.run(Script.JOIN, keys, arguments).map(reply -> entered(member, reply)));
    }

    /** Lets a page come back that has everything up to {@code last} of that epoch. */
    public Future<JoinOutcome> resume(Member member, Session session, String epoch, long last) {
        var room = member.room();
        var keys = List.of(Keys.state(room), Keys.peers(room), Keys.stream(room), Keys.ended(room), Keys.removed(room));
        var arguments = List.of(
                member.id(),
                member.connection(),
                instance.id(),
                session.key(),
                epoch,
                text(last),
                Keys.channels(room),
                text(config.keptMessages()),
                text(config.idleKept().toMillis()));
        return aftermath.secured(
                room, () -> scripts.run(Script.RESUME, keys, arguments).map(reply -> entered(member, reply)));
    }

    /**
     * A page gave a sign of life, of which the instance that holds its connection hears. Gives the number up to which its
     * messages are settled, or below 0 if there is no such session.
     */
    public Future<Long> heard(Session session) {
        var room = session.room();
        var arguments = List.of(session.peer(), session.key(), Keys.channels(room));
        return scripts.run(Script.HEARD, List.of(Keys.state(room), Keys.peers(room)), arguments)
                .map(Replies::number);
    }

    /** Does what is left to be done elsewhere, for which nobody has to wait. */
    private JoinOutcome entered(Member member, Response reply) {
        var room = member.room();
        var outcome = Replies.join(reply, wire);
        switch (outcome) {
            case JoinOutcome.Joined joined -> {
                aftermath.noLongerAway(room, member.id(), reply.get(4));
                aftermath.handOn(room, reply.get(5));
            }
            case JoinOutcome.Resumed resumed -> aftermath.noLongerAway(room, member.id(), reply.get(5));
            case JoinOutcome.Refused refused -> {}
        }
        return outcome;
    }

    private static String text(long number) {
        return Long.toString(number);
    }
}
