package dev.stoa.signaling.cluster;

import dev.stoa.signaling.redis.Loop;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Response;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Hands on what happened in rooms to matchmaking-service. It is written down in the room, in the step that does it, and
 * stays there until it is surely in the stream for all rooms. Any instance may hand it on, each in the room's order and
 * from the first on. Lives on the loop.
 */
@Singleton
final class RoomEvents {

    private static final Duration AGAIN = Duration.ofMillis(500);
    /** A server that takes over from one that died may not have got its last seconds. */
    private static final Duration SURE_AFTER = Duration.ofSeconds(30);
    /** How long what comes twice is known to come twice. */
    private static final Duration REMEMBERED = Duration.ofHours(1);

    private final Scripts scripts;
    private final Roster roster;
    private final Loop loop;

    RoomEvents(Scripts scripts, Roster roster, Loop loop) {
        this.scripts = scripts;
        this.roster = roster;
        this.loop = loop;
    }

    /** Hands on what a step found in the room; completes when it is done, however long that takes. */
    Future<Void> forward(String room, Response found) {
        var events = found.stream().map(Response::toString).toList();
        if (events.isEmpty()) {
            return Future.succeededFuture();
        }
        Promise<Void> done = Promise.promise();
        roster.enter(room);
        forward(room, events, done);
        return done.future().onSuccess(handed -> {
            roster.leave(room);
            loop.after(SURE_AFTER, () -> takeOff(room, events));
        });
    }

    /** Hands on what nobody has handed on. */
    Future<Void> forward(String room) {
        return scripts.run(Command.LRANGE, Keys.events(room), "0", "-1").compose(found -> handOn(room, found));
    }

    private Future<Void> handOn(String room, @Nullable Response found) {
        return found == null ? Future.succeededFuture() : forward(room, found);
    }

    private void forward(String room, List<String> events, Promise<Void> done) {
        step(room, events)
                .onSuccess(handed -> done.complete())
                .onFailure(failure -> loop.after(AGAIN, () -> forward(room, events, done)));
    }

    private void takeOff(String room, List<String> events) {
        step(room, events)
                .onSuccess(sure -> events.forEach(event -> scripts.run(Command.LREM, Keys.events(room), "1", event)));
    }

    private Future<Response> step(String room, List<String> events) {
        var arguments = new ArrayList<>(List.of(room, Long.toString(REMEMBERED.toMillis())));
        arguments.addAll(events);
        return scripts.run(Script.FORWARD, List.of(Keys.ROOM_EVENTS, Keys.told(room)), arguments);
    }
}
