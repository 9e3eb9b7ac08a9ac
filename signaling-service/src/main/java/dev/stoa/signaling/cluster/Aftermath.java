package dev.stoa.signaling.cluster;

import io.vertx.core.Future;
import io.vertx.redis.client.Response;
import jakarta.inject.Singleton;
import java.util.function.Supplier;

/** What is left to be done outside of a room after a step in it. */
@Singleton
final class Aftermath {

    private final Windows windows;
    private final RoomEvents events;
    private final Roster roster;

    Aftermath(Windows windows, RoomEvents events, Roster roster) {
        this.windows = windows;
        this.events = events;
        this.roster = roster;
    }

    /** Takes that step in the room; should this instance die before the rest is done as well, others will do that. */
    <T> Future<T> secured(String room, Supplier<Future<T>> step) {
        return roster.enter(room).compose(known -> step.get()).onComplete(done -> roster.leave(room));
    }

    /** The peer's page is no longer away: "connection deadline", or "" if it was not. */
    void noLongerAway(String room, String peer, Response ended) {
        Window.ended(room, peer, ended.toString()).ifPresent(windows::close);
    }

    /** Hands on what a step found in the room; completes when it is done, however long that takes. */
    Future<Void> handOn(String room, Response found) {
        return events.forward(room, found);
    }
}
