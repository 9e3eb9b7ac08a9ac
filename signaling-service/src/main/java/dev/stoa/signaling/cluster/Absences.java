package dev.stoa.signaling.cluster;

import dev.stoa.signaling.protocol.ServerMessage;
import dev.stoa.signaling.protocol.Wire;
import io.vertx.core.Future;
import io.vertx.redis.client.Command;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The shared truth about whose page is away, and who is out. Lives on the loop. */
@Singleton
public final class Absences {

    private static final String IN_ANY_CASE = "";
    /** Whoever holds the connection goes on holding it. */
    private static final String HOLDS_ON = "away";
    /** Whoever holds it closes it. */
    private static final String LETS_GO = "closing";

    private final Scripts scripts;
    private final Windows windows;
    private final Aftermath aftermath;
    private final RoomLogConfig config;
    private final Wire wire;

    Absences(Scripts scripts, Windows windows, Aftermath aftermath, RoomLogConfig config, Wire wire) {
        this.scripts = scripts;
        this.windows = windows;
        this.aftermath = aftermath;
        this.config = config;
        this.wire = wire;
    }

    /** The connection broke or fell silent; harmless when it is out, or away already. */
    public Future<Void> away(Member member) {
        return away(member, config.resumeWithin(), HOLDS_ON);
    }

    /** Its page is closed, or is being reloaded: it has little time, even if it was away already. */
    public Future<Void> closing(Member member) {
        return away(member, config.reloadWithin(), LETS_GO);
    }

    /** The same of a page that says so by a request, and whose connection another instance may hold. */
    public Future<Void> closing(Session session) {
        return scripts.run(Command.HGET, Keys.peers(session.room()), session.peer())
                .compose(text -> {
                    var place = text == null ? null : Place.of(text.toString());
                    return place == null || !place.session().equals(session.key())
                            ? Future.succeededFuture()
                            : closing(new Member(session.room(), session.peer(), place.connection()));
                });
    }

    private Future<Void> away(Member member, Duration within, String hold) {
        return windows.open(member, within)
                .compose(window -> away(window, hold).onSuccess(deadline -> settle(window, deadline)))
                .mapEmpty();
    }

    /** Leaves that window on the list of which the page's end is now, none if it is not in the room. */
    private void settle(Window opened, String deadline) {
        if (deadline.equals(opened.deadline())) {
            return;
        }
        windows.close(opened);
        if (!deadline.isEmpty()) {
            windows.keep(new Window(opened.member(), deadline));
        }
    }

    /** Gives the end of the window that the page has then, "" if the connection is not in the room. */
    private Future<String> away(Window window, String hold) {
        var member = window.member();
        var reconnecting = wire.encodeUnnumbered(new ServerMessage.PeerReconnecting(0, member.id()));
        var arguments = List.of(
                member.id(),
                member.connection(),
                Keys.channels(member.room()),
                reconnecting.before(),
                reconnecting.after(),
                text(config.keptMessages()),
                window.deadline(),
                hold);
        return scripts.run(Script.AWAY, keys(member.room()), arguments).map(Object::toString);
    }

    /** The connection is heard again. False if it is no longer in the room. */
    public Future<Boolean> back(Member member) {
        var room = member.room();
        var arguments = List.of(member.id(), member.connection(), Keys.channels(room), text(config.keptMessages()));
        return scripts.run(Script.BACK, keys(room), arguments).map(reply -> {
            aftermath.noLongerAway(room, member.id(), reply.get(1));
            return Replies.number(reply.get(0)) >= 0;
        });
    }

    /** Takes a member out for good; harmless when it is out already. */
    public Future<Void> leave(Member member, Change why) {
        return leave(member, why, IN_ANY_CASE);
    }

    /** Takes a participant out, whichever connection it has and wherever. */
    public Future<Void> remove(String room, String peer, Change why) {
        return leave(new Member(room, peer, Member.ANY_CONNECTION), why);
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

    /** A window has ended. Its page is out, unless it came back in the meantime. */
    Future<Void> giveUp(Window window) {
        return leave(window.member(), Change.LOST, window.deadline()).onSuccess(done -> windows.close(window));
    }

    private Future<Void> leave(Member member, Change why, String awayUntil) {
        var room = member.room();
        var left = wire.encodeUnnumbered(new ServerMessage.PeerLeft(0, member.id(), why.reason()));
        var keys = new ArrayList<>(keys(room));
        keys.add(Keys.events(room));
        var arguments = List.of(
                member.id(),
                member.connection(),
                awayUntil,
                why.word(),
                Keys.channels(room),
                left.before(),
                left.after(),
                text(config.keptMessages()),
                text(config.emptyKept().toMillis()),
                text(config.idleKept().toMillis()));
        return aftermath.secured(
                room,
                () -> scripts.run(Script.LEAVE, keys, arguments).compose(reply -> {
                    aftermath.noLongerAway(room, member.id(), reply.get(1));
                    return aftermath.handOn(room, reply.get(2));
                }));
    }

    private static List<String> keys(String room) {
        return List.of(Keys.state(room), Keys.peers(room), Keys.stream(room));
    }

    private static String text(long number) {
        return Long.toString(number);
    }
}
