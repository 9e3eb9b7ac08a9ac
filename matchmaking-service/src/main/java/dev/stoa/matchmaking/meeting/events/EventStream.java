package dev.stoa.matchmaking.meeting.events;

import dev.stoa.matchmaking.api.account.SessionClosed;
import dev.stoa.matchmaking.api.account.Who;
import dev.stoa.matchmaking.queue.EventId;
import dev.stoa.matchmaking.queue.LogEntry;
import io.vertx.core.Context;
import java.util.ArrayList;
import java.util.List;

/**
 * What one reader is sent: first what it has missed, then everything new, each event once and in order.
 *
 * <p>It is subscribed to the log before the missed events are read; what comes meanwhile is kept, and ids tell what of
 * that the reader has got already. Calls may come from anywhere; each takes effect on the event loop of the reader's
 * connection, in the order of the calls.
 */
final class EventStream {

    private final Who reader;
    private final Context context;
    private final Wire wire;
    private final List<LogEntry.Told> early = new ArrayList<>();

    private boolean begun;
    private boolean over;
    private EventId position = new EventId(0, 0);

    EventStream(Who reader, Context context, Wire wire) {
        this.reader = reader;
        this.context = context;
        this.wire = wire;
    }

    String account() {
        return reader.account();
    }

    /** Whether its reader has read by this session. */
    boolean isOf(SessionClosed session) {
        return session.concerns(reader);
    }

    /** Whether it tells of all the tickets that an integrator has asked for, and not of one account. */
    boolean ofIntegrator() {
        return reader instanceof Who.Integrator;
    }

    /** Sends what the reader has missed up to this position, and from there on what is told; nothing if it is over already. */
    void begin(List<Item> missed, EventId upTo) {
        context.runOnContext(ignored -> {
            wire.begin(missed.size());
            if (over) {
                wire.end();
                return;
            }
            missed.forEach(wire::send);
            position = upTo;
            begun = true;
            early.forEach(this::tellNow);
            early.clear();
        });
    }

    /** Tells the next event of the log. */
    void tell(LogEntry.Told told) {
        context.runOnContext(ignored -> {
            if (begun) {
                tellNow(told);
            } else {
                early.add(told);
            }
        });
    }

    private void tellNow(LogEntry.Told told) {
        if (told.id().compareTo(position) > 0) {
            position = told.id();
            wire.send(new Item(told.id().toString(), told.type(), told.data()));
        }
    }

    /** Tells how things were at this position, unless the reader already knows newer things. */
    void tellPlace(EventId at, String data) {
        context.runOnContext(ignored -> {
            if (begun && at.compareTo(position) >= 0) {
                wire.send(new Item(null, "ticket", data));
            }
        });
    }

    void ping() {
        context.runOnContext(ignored -> {
            if (begun) {
                wire.send(Item.PING);
            }
        });
    }

    /** Gives way to a newer one of the same account: says so and ends, for else the two would end each other in turn. */
    void giveWay() {
        context.runOnContext(ignored -> {
            if (begun) {
                wire.send(Item.REPLACED);
            }
        });
        end();
    }

    /** Ends in an orderly way, at once or as soon as it begins; the reader comes back with the last id it has seen. */
    void end() {
        context.runOnContext(ignored -> {
            over = true;
            if (begun) {
                wire.end();
            }
        });
    }
}
