package dev.stoa.matchmaking.events;

import dev.stoa.matchmaking.queue.EventId;
import dev.stoa.matchmaking.queue.LogEntry;
import io.smallrye.mutiny.subscription.MultiEmitter;
import java.util.ArrayList;
import java.util.List;

/**
 * What one reader is sent: first what it has missed, then everything new, each event once and in order.
 *
 * <p>It is subscribed to the log before the missed events are read; what comes meanwhile waits. Ids tell what of that
 * the reader has got already. At most {@value #MOST_WAITING} events wait for a slow reader, then it is cut.
 */
final class EventStream {

    private static final int MOST_WAITING = 1_024;

    private final String account;
    private final MultiEmitter<? super Item> out;
    private final Runnable sever;
    private final List<LogEntry.Told> early = new ArrayList<>();

    private boolean begun;
    private EventId position = new EventId(0, 0);
    private int waiting;
    private boolean movedSincePing = true;

    /** @param sever closes the connection at once, without waiting for what is in its buffers */
    EventStream(String account, MultiEmitter<? super Item> out, Runnable sever) {
        this.account = account;
        this.out = out;
        this.sever = sever;
    }

    String account() {
        return account;
    }

    /** Sends what the reader has missed up to this position, and from there on what is told. */
    synchronized void begin(List<Item> missed, EventId upTo) {
        missed.forEach(this::send);
        position = upTo;
        begun = true;
        early.forEach(this::tell);
        early.clear();
    }

    /** Tells the next event of the log. */
    synchronized void tell(LogEntry.Told told) {
        if (!begun) {
            if (early.size() == MOST_WAITING) {
                cut();
                return;
            }
            early.add(told);
        } else if (told.id().compareTo(position) > 0) {
            position = told.id();
            send(new Item(told.id().toString(), told.type(), told.data()));
        }
    }

    /** Tells how things were at this position, unless the reader already knows newer things. */
    synchronized void tellPlace(EventId at, String data) {
        if (begun && at.compareTo(position) >= 0) {
            send(new Item(null, "ticket", data));
        }
    }

    synchronized void ping() {
        if (waiting > 0 && !movedSincePing) {
            cut();
            return;
        }
        movedSincePing = false;
        send(Item.PING);
    }

    /** The reader has taken an event. */
    synchronized void taken() {
        waiting--;
        movedSincePing = true;
    }

    /** Ends in an orderly way; the reader comes back with the last id it has seen. */
    void end() {
        out.complete();
    }

    private void cut() {
        sever.run();
        out.complete();
    }

    private void send(Item item) {
        if (waiting == MOST_WAITING) {
            cut();
            return;
        }
        waiting++;
        out.emit(item);
    }
}
