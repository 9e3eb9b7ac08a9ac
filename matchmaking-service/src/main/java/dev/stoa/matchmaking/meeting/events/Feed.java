package dev.stoa.matchmaking.meeting.events;

import dev.stoa.matchmaking.api.account.AccountClosed;
import dev.stoa.matchmaking.api.account.SessionClosed;
import dev.stoa.matchmaking.api.account.Who;
import dev.stoa.matchmaking.queue.EventLog;
import dev.stoa.matchmaking.queue.LogEntry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Carries the event log of the queue to the streams of this instance. */
@ApplicationScoped
class Feed implements EventLog.Listener {

    private static final long LAST_WORDS_MS = 1_000;

    private final Vertx vertx;
    private final EventLog log;
    private final Streams streams;
    private final Places places;

    Feed(Vertx vertx, EventLog log, Streams streams, Places places) {
        this.vertx = vertx;
        this.log = log;
        this.streams = streams;
        this.places = places;
    }

    void start(@Observes StartupEvent event) {
        log.follow(this);
    }

    void stop(@Observes ShutdownEvent event) {
        log.close();
        streams.endAll();
    }

    /** A reader that is shut out is told so by the log first; then there is nothing more to tell. */
    void closed(@Observes AccountClosed closed) {
        soon(() -> streams.end(closed.account()));
    }

    /** Another session of the same account reads on. */
    void closed(@Observes SessionClosed closed) {
        soon(() -> streams.end(closed));
    }

    private void soon(Runnable end) {
        vertx.setTimer(LAST_WORDS_MS, ignored -> end.run());
    }

    /** Nobody else tells of a guest: it has been forgotten. */
    private static boolean isFarewell(LogEntry.Told told) {
        return told.type().equals("account") && told.account().startsWith(Who.Guest.PREFIX);
    }

    @Override
    public void entry(LogEntry entry) {
        switch (entry) {
            case LogEntry.Told told -> {
                streams.tell(told);
                if (isFarewell(told)) {
                    soon(() -> streams.end(told.account()));
                }
            }
            case LogEntry.MovedUp movedUp -> places.moved(movedUp.field(), movedUp.rank());
        }
    }

    @Override
    public void gap() {
        streams.endAll();
    }

    @Override
    public Uni<Void> caughtUp() {
        return places.tell(log);
    }
}
