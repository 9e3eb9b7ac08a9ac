package dev.stoa.signaling.cluster;

import dev.stoa.signaling.protocol.ServerMessage;
import dev.stoa.signaling.protocol.Wire;
import io.vertx.core.Future;
import io.vertx.redis.client.Command;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/** The shared truth about who is in which room, and whose page is away. Lives on the loop. */
@Singleton
public final class Attendance {

    private static final int EPOCH_LENGTH = 8;

    private final Scripts scripts;
    private final Instance instance;
    private final RoomLogConfig config;
    private final Wire wire;

    Attendance(Scripts scripts, Instance instance, RoomLogConfig config, Wire wire) {
        this.scripts = scripts;
        this.instance = instance;
        this.config = config;
        this.wire = wire;
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
                Keys.roomsOf(instance.id()),
                Keys.AWAY,
                Keys.ROOM_EVENTS,
                Keys.INSTANCES);
        var arguments = List.of(
                room,
                member.id(),
                member.connection(),
                instance.id(),
                who.session().key(),
                who.rights(),
                wire.encode(who.info()),
                pass.nonce(),
                text(pass.keptFor().toMillis()),
                text(config.maxPeers()),
                Secrets.base62(EPOCH_LENGTH),
                Keys.channel(room),
                joined.before(),
                joined.after(),
                left.before(),
                left.after(),
                text(config.keptMessages()),
                text(config.idleKept().toMillis()));
        return scripts.run(Script.JOIN, keys, arguments).map(reply -> Replies.join(reply, wire));
    }

    /** Lets a page come back that has everything up to {@code last} of that epoch. */
    public Future<JoinOutcome> resume(Member member, Session session, String epoch, long last) {
        var room = member.room();
        var keys = List.of(
                Keys.state(room),
                Keys.peers(room),
                Keys.stream(room),
                Keys.ended(room),
                Keys.removed(room),
                Keys.roomsOf(instance.id()),
                Keys.AWAY,
                Keys.INSTANCES);
        var arguments = List.of(
                room,
                member.id(),
                member.connection(),
                instance.id(),
                session.key(),
                epoch,
                text(last),
                Keys.channel(room),
                text(config.keptMessages()),
                text(config.idleKept().toMillis()));
        return scripts.run(Script.RESUME, keys, arguments).map(reply -> Replies.join(reply, wire));
    }

    /** The connection broke or fell silent; harmless when it is out, or away already. */
    public Future<Void> away(Member member, boolean lastOfInstance) {
        return away(instance.id(), member, lastOfInstance);
    }

    Future<Void> away(String instanceId, Member member, boolean lastOfInstance) {
        var room = member.room();
        var reconnecting = wire.encodeUnnumbered(new ServerMessage.PeerReconnecting(0, member.id()));
        var keys = List.of(
                Keys.state(room), Keys.peers(room), Keys.stream(room), Keys.roomsOf(instanceId), Keys.AWAY, Keys.CLOCK);
        var arguments = List.of(
                room,
                member.id(),
                member.connection(),
                Keys.channel(room),
                reconnecting.before(),
                reconnecting.after(),
                text(config.keptMessages()),
                text(config.resumeWithin().toMillis()),
                lastOfInstance ? "last" : "");
        return scripts.run(Script.AWAY, keys, arguments).mapEmpty();
    }

    /** The connection is heard again. False if it is no longer in the room. */
    public Future<Boolean> back(Member member) {
        var room = member.room();
        var keys =
                List.of(Keys.state(room), Keys.peers(room), Keys.stream(room), Keys.roomsOf(instance.id()), Keys.AWAY);
        var arguments =
                List.of(room, member.id(), member.connection(), Keys.channel(room), text(config.keptMessages()));
        return scripts.run(Script.BACK, keys, arguments).map(reply -> Replies.number(reply) >= 0);
    }

    /**
     * A page gave a sign of life, of which the instance that holds its connection hears. Gives the number up to which its
     * messages are settled, or below 0 if there is no such session.
     */
    public Future<Long> heard(Session session) {
        var room = session.room();
        var arguments = List.of(session.peer(), session.key(), Keys.channel(room));
        return scripts.run(Script.HEARD, List.of(Keys.state(room), Keys.peers(room)), arguments)
                .map(Replies::number);
    }

    /** Takes a member out for good; harmless when it is out already. */
    public Future<Void> leave(Member member, Change why, boolean lastOfInstance) {
        var room = member.room();
        var left = wire.encodeUnnumbered(new ServerMessage.PeerLeft(0, member.id(), why.reason()));
        var keys = List.of(
                Keys.state(room),
                Keys.peers(room),
                Keys.stream(room),
                Keys.roomsOf(instance.id()),
                Keys.AWAY,
                Keys.ROOM_EVENTS);
        var arguments = List.of(
                room,
                member.id(),
                member.connection(),
                why.word(),
                Keys.channel(room),
                left.before(),
                left.after(),
                text(config.keptMessages()),
                text(config.emptyKept().toMillis()),
                lastOfInstance ? "last" : "");
        return scripts.run(Script.LEAVE, keys, arguments).mapEmpty();
    }

    /** Takes a participant out, whichever connection it has and wherever. */
    public Future<Void> remove(String room, String peer, Change why) {
        return leave(new Member(room, peer, Member.ANY_CONNECTION), why, false);
    }

    /** Takes everybody out of a room that has ended. */
    public Future<Void> end(String room) {
        return scripts.run(Command.HKEYS, Keys.peers(room)).compose(peers -> {
            var steps = new ArrayList<Future<Void>>();
            if (peers != null) {
                peers.forEach(peer -> steps.add(remove(room, peer.toString(), Change.ENDED)));
            }
            return Future.all(steps).mapEmpty();
        });
    }

    private static String text(long number) {
        return Long.toString(number);
    }
}
