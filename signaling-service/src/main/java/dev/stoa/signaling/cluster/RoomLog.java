package dev.stoa.signaling.cluster;

import dev.stoa.signaling.protocol.LeaveReason;
import dev.stoa.signaling.protocol.ServerMessage;
import dev.stoa.signaling.protocol.Wire;
import io.vertx.core.Future;
import io.vertx.redis.client.Response;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.IntStream;

/** The shared truth about rooms: who is in, and what was said in which order. Lives on the loop. */
@Singleton
public final class RoomLog {

    private static final int EPOCH_LENGTH = 8;

    private final Scripts scripts;
    private final Instance instance;
    private final RoomLogConfig config;
    private final Wire wire;

    RoomLog(Scripts scripts, Instance instance, RoomLogConfig config, Wire wire) {
        this.scripts = scripts;
        this.instance = instance;
        this.config = config;
        this.wire = wire;
    }

    /** Takes a member in, in place of an earlier connection of the same peer. */
    public Future<JoinOutcome> join(Member member, PassUse pass) {
        var room = member.room();
        var keys = List.of(
                Keys.state(room),
                Keys.peers(room),
                Keys.stream(room),
                Keys.ended(room),
                Keys.pass(room, pass.id()),
                Keys.roomsOf(instance.id()),
                Keys.ROOM_EVENTS,
                Keys.INSTANCES);
        var arguments = List.of(
                room,
                member.id(),
                member.connection(),
                instance.id(),
                wire.encode(member.info()),
                pass.nonce(),
                text(pass.keptFor().toMillis()),
                text(config.maxPeers()),
                Secrets.base62(EPOCH_LENGTH),
                Keys.channel(room),
                wire.encode(new ServerMessage.PeerJoined(0, member.info())),
                wire.encode(new ServerMessage.PeerLeft(0, member.id(), LeaveReason.REPLACED)),
                text(config.keptMessages()),
                text(config.idleKept().toMillis()));
        return scripts.run(Script.JOIN, keys, arguments).map(this::joined);
    }

    /**
     * Says something in the room.
     *
     * @param to a peer, or {@link Entry#ALL}
     * @param seen the number up to which the sender knows the room: an addressee that came in later is another page
     * @param message encoded with the number 0
     */
    public Future<AppendOutcome> append(Member sender, String to, long seen, String message) {
        var room = sender.room();
        var arguments = List.of(
                sender.id(),
                sender.connection(),
                to,
                text(seen),
                Keys.channel(room),
                message,
                text(config.keptMessages()),
                text(config.idleKept().toMillis()));
        return scripts.run(Script.APPEND, List.of(Keys.state(room), Keys.peers(room), Keys.stream(room)), arguments)
                .map(reply -> switch (reply.toString()) {
                    case "-1" -> AppendOutcome.SENDER_GONE;
                    case "-2" -> AppendOutcome.ADDRESSEE_UNKNOWN;
                    default -> AppendOutcome.ACCEPTED;
                });
    }

    /** Takes a member of this instance out; harmless when it is out already. */
    public Future<Void> leave(Member member, LeaveReason reason, boolean lastOfInstance) {
        return leave(
                member.room(), instance.id(), new Departure(member.id(), member.connection(), reason), lastOfInstance);
    }

    Future<Void> leave(String room, String instanceId, Departure who, boolean lastOfInstance) {
        var keys = List.of(
                Keys.state(room), Keys.peers(room), Keys.stream(room), Keys.roomsOf(instanceId), Keys.ROOM_EVENTS);
        var arguments = List.of(
                room,
                who.peer(),
                who.connection(),
                who.reason().word(),
                Keys.channel(room),
                wire.encode(new ServerMessage.PeerLeft(0, who.peer(), who.reason())),
                text(config.keptMessages()),
                text(config.emptyKept().toMillis()),
                lastOfInstance ? "last" : "");
        return scripts.run(Script.LEAVE, keys, arguments).mapEmpty();
    }

    /** What was said after a number. */
    public Future<Missed> read(String room, long last) {
        return scripts.run(Script.READ, List.of(Keys.state(room), Keys.stream(room)), List.of(text(last)))
                .map(RoomLog::missed);
    }

    private JoinOutcome joined(Response reply) {
        return switch (reply.get(0).toString()) {
            case "ended" -> JoinOutcome.Refused.ENDED;
            case "pass-used" -> JoinOutcome.Refused.PASS_USED;
            case "full" -> JoinOutcome.Refused.FULL;
            default ->
                new JoinOutcome.Joined(
                        reply.get(1).toString(),
                        number(reply.get(2)),
                        IntStream.range(3, reply.size())
                                .mapToObj(i -> wire.peer(reply.get(i).toString()))
                                .toList());
        };
    }

    private static Missed missed(Response reply) {
        var entries = IntStream.range(2, reply.size())
                .mapToObj(reply::get)
                .map(item -> {
                    var id = item.get(0).toString();
                    return Entry.logged(
                            Long.parseLong(id, 0, id.indexOf('-'), 10),
                            item.get(1).get(1).toString());
                })
                .toList();
        return new Missed(reply.get(0).toString(), number(reply.get(1)), entries);
    }

    private static long number(Response reply) {
        return Long.parseLong(reply.toString());
    }

    private static String text(long number) {
        return Long.toString(number);
    }
}
